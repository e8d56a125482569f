package certbotdoctor.probe.dns.check;

import certbotdoctor.probe.ProbeDescriptor;
import certbotdoctor.probe.dns.delegation.Survey;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/** Whether all servers have the same version of the zone, by the serial of its SOA record. */
public final class SerialCheck implements DnsCheck {
  private enum Outcome {
    /** All that answer have the same serial. */
    AGREE,
    /** Some are behind. */
    DIFFER,
    /** No server gives an SOA record. */
    ERROR
  }

  private static final ProbeDescriptor DESCRIPTOR =
      Descriptors.of(
          "dns.serials",
          Outcome.class,
          Set.of("name"),
          Set.of("zone", "serials", "highest", "lagging", "leading", "distance"));

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public CompletableFuture<Finding> run(Inquiry inquiry) {
    return inquiry
        .delegations()
        .walk(inquiry.challenge())
        .thenCompose(walk -> inquiry.delegations().survey(walk.zone()))
        .thenApply(SerialCheck::finding);
  }

  private static Finding finding(Survey survey) {
    Name apex = survey.zone().apex();
    SortedMap<NameServer, Long> serials = new TreeMap<>();
    survey
        .views()
        .forEach(
            (server, view) -> {
              List<Record> soa = view.soa().reply().answers(apex, Type.SOA);
              if (view.soa().isAuthoritative() && !soa.isEmpty()) {
                serials.put(server, ((SOARecord) soa.get(0)).getSerial());
              }
            });
    Facts facts = new Facts().put("zone", apex);
    return serials.isEmpty() ? facts.finding(Outcome.ERROR) : compare(serials, facts);
  }

  private static Finding compare(SortedMap<NameServer, Long> serials, Facts facts) {
    long highest = highest(serials.values());
    facts
        .put("highest", highest)
        .all(
            "serials",
            serials.entrySet().stream()
                .map(one -> one.getKey().label() + ": " + one.getValue())
                .toList());
    List<NameServer> lagging =
        serials.entrySet().stream()
            .filter(one -> one.getValue() != highest)
            .map(one -> one.getKey())
            .toList();
    if (lagging.isEmpty()) {
      return facts.finding(Outcome.AGREE);
    }
    long distance =
        serials.values().stream().mapToLong(one -> distance(one, highest)).max().orElse(0);
    return facts
        .servers("lagging", lagging)
        .servers(
            "leading", serials.keySet().stream().filter(one -> !lagging.contains(one)).toList())
        .put("distance", distance)
        .finding(Outcome.DIFFER);
  }

  /** Serial number arithmetic (RFC 1982 section 3.2). */
  static long highest(Collection<Long> serials) {
    long highest = serials.iterator().next();
    for (long serial : serials) {
      highest = isLater(serial, highest) ? serial : highest;
    }
    return highest;
  }

  static boolean isLater(long serial, long other) {
    long ahead = distance(other, serial);
    return ahead != 0 && ahead < 0x8000_0000L;
  }

  /** Steps from one serial up to another. */
  static long distance(long from, long to) {
    return (to - from) & 0xFFFF_FFFFL;
  }
}
