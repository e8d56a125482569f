package certbotdoctor.probe.dns.check;

import certbotdoctor.core.Slots;
import certbotdoctor.probe.dns.delegation.Names;
import certbotdoctor.probe.dns.delegation.Zone;
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

  /** How long resolvers keep the parent's referral to a zone, in seconds and for a reader. */
  Facts delegationTtl(Zone zone) {
    return span("delegation", zone.ttl());
  }

  /** A TTL as {@code NAME-ttl} and, in words, {@code NAME-wait}; nothing where it is 0. */
  Facts span(String name, long seconds) {
    return seconds == 0 ? this : put(name + "-ttl", seconds).put(name + "-wait", words(seconds));
  }

  /** A time span in the largest unit that divides it. */
  private static String words(long seconds) {
    for (Unit unit : Unit.values()) {
      if (seconds % unit.seconds == 0) {
        long count = seconds / unit.seconds;
        return count + " " + unit.word + (count == 1 ? "" : "s");
      }
    }
    return seconds + " seconds";
  }

  private enum Unit {
    DAY("day", 86_400),
    HOUR("hour", 3_600),
    MINUTE("minute", 60);

    private final String word;
    private final long seconds;

    Unit(String word, long seconds) {
      this.word = word;
      this.seconds = seconds;
    }
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
