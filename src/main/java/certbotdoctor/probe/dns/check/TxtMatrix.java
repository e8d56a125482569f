package certbotdoctor.probe.dns.check;

import certbotdoctor.probe.dns.delegation.Chain;
import certbotdoctor.probe.dns.delegation.Families;
import certbotdoctor.probe.dns.exchange.DnsAnswer;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Server by server: what is there, and what that makes together. */
final class TxtMatrix {
  private enum Cell {
    EXPECTED("servers-expected"),
    PARTLY("servers-without"),
    WRAPPED("servers-wrapped"),
    MANGLED("servers-mangled"),
    STALE("servers-stale"),
    OTHER_CHALLENGE("servers-other-challenge"),
    FOREIGN("servers-foreign"),
    PRESENT("servers"),
    ABSENT("servers-absent"),
    ERROR("servers-error");

    private final String fact;

    Cell(String fact) {
      this.fact = fact;
    }
  }

  private final Chain chain;
  private final List<String> expected;
  private final List<String> stale;
  private final String token;
  private final SortedMap<NameServer, DnsAnswer> udp;
  private final SortedMap<NameServer, DnsAnswer> tcp;
  private final SortedSet<NameServer> excused;

  TxtMatrix(Inquiry inquiry, Chain chain, SortedMap<NameServer, DnsAnswer> tcp) {
    this.chain = chain;
    this.expected = inquiry.list("expected");
    this.stale = inquiry.list("stale");
    this.token = inquiry.slots().get("token", "");
    this.excused = Families.excused(chain.last().answers());
    this.udp = new TreeMap<>(chain.last().answers());
    this.tcp = new TreeMap<>(tcp);
    udp.keySet().removeAll(excused);
    this.tcp.keySet().removeAll(excused);
  }

  Finding finding() {
    Map<Cell, SortedSet<NameServer>> cells = new EnumMap<>(Cell.class);
    udp.forEach(
        (server, answer) ->
            cells.computeIfAbsent(cell(answer), key -> new TreeSet<>()).add(server));
    Facts facts = new Facts();
    facts.put("name", chain.first().name()).put("zone", chain.last().walk().zone().apex());
    if (chain.steps().size() > 1) {
      facts.put("target", chain.last().name());
    }
    values(facts);
    cells.forEach((cell, servers) -> facts.servers(cell.fact, servers));
    errors(facts);
    transports(facts);
    facts.put("unreachable-family", Families.name(excused));
    return facts.finding(outcome(cells));
  }

  private TxtOutcome outcome(Map<Cell, SortedSet<NameServer>> cells) {
    Collection<Cell> seen = cells.keySet();
    if (seen.contains(Cell.EXPECTED) || seen.contains(Cell.PARTLY)) {
      boolean all = seen.stream().allMatch(one -> one == Cell.EXPECTED || one == Cell.ERROR);
      return all ? TxtOutcome.EXPECTED : TxtOutcome.EXPECTED_PARTLY;
    }
    return seen.stream()
        .sorted()
        .findFirst()
        .map(
            cell ->
                cell == Cell.ABSENT && isOwnZone()
                    ? TxtOutcome.ABSENT_IN_CHILD
                    : TxtOutcome.valueOf(cell.name()))
        .orElse(TxtOutcome.ERROR);
  }

  /** Whether the challenge name itself is delegated, as a zone of its own. */
  private boolean isOwnZone() {
    Chain.Step step = chain.first();
    return chain.steps().size() == 1 && step.walk().zone().apex().equals(step.name());
  }

  private Cell cell(DnsAnswer answer) {
    if (!answer.kind().isAbout()) {
      return Cell.ERROR;
    }
    List<String> values = answer.reply().texts();
    if (values.isEmpty()) {
      return Cell.ABSENT;
    }
    if (!expected.isEmpty() && values.containsAll(expected)) {
      return Cell.EXPECTED;
    }
    if (expected.stream().anyMatch(values::contains)) {
      return Cell.PARTLY;
    }
    return unexpected(values);
  }

  private Cell unexpected(List<String> values) {
    List<String> forms = values.stream().flatMap(value -> form(value).stream()).toList();
    if (!forms.isEmpty()) {
      return forms.stream().anyMatch(TxtForm::isWrapping) ? Cell.WRAPPED : Cell.MANGLED;
    }
    if (stale.stream().anyMatch(values::contains)) {
      return Cell.STALE;
    }
    if (expected.isEmpty()) {
      return Cell.PRESENT;
    }
    return values.stream().anyMatch(TxtForm::isDigest) ? Cell.OTHER_CHALLENGE : Cell.FOREIGN;
  }

  private Optional<String> form(String found) {
    if (!token.isEmpty() && found.equals(token)) {
      return Optional.of("token");
    }
    return expected.stream().flatMap(value -> TxtForm.of(found, value).stream()).findFirst();
  }

  private void values(Facts facts) {
    SortedSet<String> found = new TreeSet<>();
    long ttl = 0;
    long size = 0;
    for (DnsAnswer answer : udp.values()) {
      found.addAll(answer.reply().texts());
      long octets = 0;
      for (Record one : answer.reply().answer()) {
        octets += one.toWireCanonical().length;
        ttl = one.getType() == Type.TXT ? Math.max(ttl, one.getTTL()) : ttl;
      }
      size = Math.max(size, octets);
    }
    facts.all("found", found);
    if (!found.isEmpty()) {
      facts.put("found-count", found.size()).put("ttl", ttl).put("answer-size", size);
    }
    facts.all("missing", missing());
    found.stream()
        .filter(value -> !expected.contains(value) && form(value).isPresent())
        .findFirst()
        .ifPresent(value -> facts.put("form", form(value).orElse("")).put("wrong-value", value));
  }

  /** Expected values that at least one server which answers does not have. */
  private List<String> missing() {
    List<DnsAnswer> about = udp.values().stream().filter(one -> one.kind().isAbout()).toList();
    return expected.stream()
        .filter(value -> about.stream().anyMatch(one -> !one.reply().texts().contains(value)))
        .toList();
  }

  private void errors(Facts facts) {
    facts.all("errors", Errors.of(udp));
    if (udp.values().stream().anyMatch(one -> one.kind() == DnsAnswer.Kind.NXDOMAIN)) {
      facts.put("absent-as", "NXDOMAIN");
    } else if (udp.values().stream().anyMatch(one -> one.reply().texts().isEmpty())) {
      facts.put("absent-as", "NODATA");
    }
  }

  private void transports(Facts facts) {
    List<NameServer> failing = new ArrayList<>();
    List<NameServer> differing = new ArrayList<>();
    udp.forEach(
        (server, answer) -> {
          DnsAnswer other = tcp.getOrDefault(server, answer);
          if (answer.kind().isAbout() && !other.kind().isAbout()) {
            failing.add(server);
          } else if (cell(answer) != cell(other)) {
            differing.add(server);
          }
        });
    facts.servers("servers-tcp-failing", failing);
    facts.servers("servers-transports-differ", differing);
    facts.flag(
        "truncated",
        udp.values().stream().anyMatch(one -> one.exchange().transport().equals("tcp")));
  }
}
