package certbotdoctor.probe.dns.check;

import certbotdoctor.core.Slots;
import certbotdoctor.probe.dns.delegation.Names;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.util.Collection;
import java.util.TreeMap;
import org.xbill.DNS.Name;

/**
 * Collects facts; what is empty is left out. Several values stand in one fact, comma and blank
 * between.
 */
final class Facts {
  private final TreeMap<String, String> facts = new TreeMap<>();

  Facts put(String name, String value) {
    if (!value.isEmpty()) {
      facts.put(name, value);
    }
    return this;
  }

  Facts put(String name, Name value) {
    return put(name, Names.text(value));
  }

  Facts put(String name, long value) {
    return put(name, Long.toString(value));
  }

  Facts flag(String name, boolean value) {
    return put(name, value ? "true" : "");
  }

  Facts all(String name, Collection<String> values) {
    return put(name, String.join(", ", values));
  }

  Facts names(String name, Collection<Name> values) {
    return all(name, values.stream().map(Names::text).toList());
  }

  Facts servers(String name, Collection<NameServer> servers) {
    return all(name, servers.stream().sorted().map(NameServer::label).toList());
  }

  boolean has(String name) {
    return facts.containsKey(name);
  }

  Finding finding(Enum<?> outcome) {
    return new Finding(outcome.name(), Slots.of(facts));
  }
}
