package certbotdoctor.probe.dns.check;

import certbotdoctor.core.Slots;
import certbotdoctor.probe.dns.delegation.Delegations;
import certbotdoctor.probe.dns.delegation.Lookups;
import certbotdoctor.probe.dns.delegation.Names;
import certbotdoctor.probe.dns.exchange.Asker;
import certbotdoctor.probe.dns.exchange.DnsClient;
import java.util.Arrays;
import java.util.List;
import org.xbill.DNS.Name;

/**
 * One run of one check: its question and the means to answer it.
 *
 * @param slots the question's parameters
 * @param scene what is the same for all checks
 * @param asker asks and keeps the evidence
 * @param delegations finds the servers
 * @param lookups asks all servers that have a say
 */
public record Inquiry(
    Slots slots, Scene scene, Asker asker, Delegations delegations, Lookups lookups) {
  /** The label of the challenge (RFC 8555 section 8.4). */
  static final String LABEL = "_acme-challenge";

  /** Opens an inquiry with an empty trace. */
  public static Inquiry open(Slots slots, Scene scene, DnsClient client) {
    Asker asker = new Asker(client);
    Delegations delegations = new Delegations(asker, scene.resolvers());
    return new Inquiry(slots, scene, asker, delegations, new Lookups(asker, delegations));
  }

  /** A name in a slot. */
  Name name(String slot) {
    String text = slots.get(slot, "");
    return Names.of(text).orElseThrow(() -> new InvalidSlotException(slot, text));
  }

  /** The identifier's name, without {@code *.} */
  Name domain() {
    Name given = name("domain");
    return given.isWild() ? Names.parent(given) : given;
  }

  /** Whether the identifier is a wildcard. */
  boolean isWildcard() {
    return slots.get("domain", "").startsWith("*.") || slots.get("wildcard", "").equals("true");
  }

  /** The name where the CA looks, unless the slot {@code name} says another. */
  Name challenge() {
    return slots.has("name")
        ? name("name")
        : Names.below(LABEL, domain())
            .orElseThrow(() -> new InvalidSlotException("domain", slots.get("domain", "")));
  }

  /** The values of a slot that holds several, separated by commas or blanks. */
  List<String> list(String slot) {
    return Arrays.stream(slots.get(slot, "").split("[,\\s]+"))
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
