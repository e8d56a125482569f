package certbotdoctor.probe.dns.check;

import certbotdoctor.probe.dns.delegation.Families;
import certbotdoctor.probe.dns.delegation.Names;
import certbotdoctor.probe.dns.delegation.Survey;
import certbotdoctor.probe.dns.delegation.Zone;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.xbill.DNS.Name;

/** Judges the delegation of one zone. */
final class ZoneHealth {
  private final Survey survey;
  private final Zone zone;
  private final SortedMap<Name, List<InetAddress>> own;
  private final Map<Health, SortedSet<NameServer>> servers = new EnumMap<>(Health.class);
  private final SortedSet<NameServer> excused;

  /**
   * Prepares the verdict.
   *
   * @param survey what the servers say of themselves
   * @param own the zone's own addresses of hosts that have glue; empty lists where unknown
   */
  ZoneHealth(Survey survey, SortedMap<Name, List<InetAddress>> own) {
    this.survey = survey;
    this.zone = survey.zone();
    this.own = new TreeMap<>(own);
    this.excused = survey.excused();
    survey
        .views()
        .forEach(
            (server, view) -> {
              if (!excused.contains(server)) {
                servers
                    .computeIfAbsent(Health.of(zone.apex(), view), key -> new TreeSet<>())
                    .add(server);
              }
            });
  }

  /** The outcomes that hold, the first one first; only OK if nothing is wrong. */
  List<DelegationOutcome> outcomes() {
    Set<DelegationOutcome> all = new LinkedHashSet<>();
    SortedSet<NameServer> faulty = faulty();
    SortedSet<NameServer> badGlue = wrongGlue();
    if (!badGlue.isEmpty() && badGlue.containsAll(faulty)) {
      all.add(DelegationOutcome.GLUE_WRONG);
    }
    servers.entrySet().stream()
        .filter(one -> one.getKey() != Health.OK)
        .sorted((a, b) -> Integer.compare(b.getValue().size(), a.getValue().size()))
        .forEach(one -> all.add(outcome(one.getKey())));
    if (!badGlue.isEmpty()) {
      all.add(DelegationOutcome.GLUE_WRONG);
    }
    structure(all);
    return all.isEmpty() ? List.of(DelegationOutcome.OK) : List.copyOf(all);
  }

  private void structure(Set<DelegationOutcome> all) {
    if (!unresolvable().isEmpty()) {
      all.add(DelegationOutcome.NS_UNRESOLVABLE);
    }
    if (!notPublic().isEmpty()) {
      all.add(DelegationOutcome.PRIVATE_ADDRESS);
    }
    if (!onlyIn(zone.ns(), survey.childNs()).isEmpty()
        || !onlyIn(survey.childNs(), zone.ns()).isEmpty()) {
      all.add(DelegationOutcome.PARENT_CHILD_DIFFER);
    }
  }

  private static DelegationOutcome outcome(Health health) {
    return switch (health) {
      case REFUSED -> DelegationOutcome.LAME_REFUSED;
      case SERVFAIL -> DelegationOutcome.LAME_SERVFAIL;
      case NOT_AUTHORITATIVE -> DelegationOutcome.LAME_NOT_AUTHORITATIVE;
      case UPWARD -> DelegationOutcome.UPWARD_REFERRAL;
      case TIMEOUT -> DelegationOutcome.TIMEOUT;
      case OK -> DelegationOutcome.OK;
    };
  }

  private SortedSet<NameServer> faulty() {
    SortedSet<NameServer> faulty = new TreeSet<>();
    servers.forEach(
        (health, some) -> {
          if (health != Health.OK) {
            faulty.addAll(some);
          }
        });
    return faulty;
  }

  /** Servers at addresses that the zone itself does not have for their host. */
  private SortedSet<NameServer> wrongGlue() {
    SortedSet<NameServer> wrong = new TreeSet<>();
    own.forEach(
        (host, addresses) -> {
          if (!addresses.isEmpty()) {
            zone.glue().getOrDefault(host, List.of()).stream()
                .filter(address -> !addresses.contains(address))
                .forEach(address -> wrong.add(NameServer.of(Names.text(host), address)));
          }
        });
    return wrong;
  }

  private SortedSet<Name> unresolvable() {
    SortedSet<Name> all = new TreeSet<>(zone.unresolvable());
    all.addAll(survey.unresolvable());
    return all;
  }

  private SortedSet<NameServer> notPublic() {
    SortedSet<NameServer> all = new TreeSet<>(zone.notPublic());
    all.addAll(survey.notPublic());
    return all;
  }

  /** Names of one side only; none where the other side is not known. */
  private List<Name> onlyIn(SortedSet<Name> side, SortedSet<Name> other) {
    if (!zone.referred() || other.isEmpty()) {
      return List.of();
    }
    return side.stream().filter(name -> !other.contains(name)).toList();
  }

  /** Whether no server of the zone does its duty. */
  boolean isDead() {
    return !servers.containsKey(Health.OK);
  }

  void tell(Facts facts) {
    facts
        .put("zone", zone.apex())
        .names("child-ns", survey.childNs())
        .names("parent-only", onlyIn(zone.ns(), survey.childNs()))
        .names("child-only", onlyIn(survey.childNs(), zone.ns()))
        .names("unresolvable", unresolvable())
        .servers("private", notPublic())
        .all("glue-wrong", glueTexts())
        .put("unreachable-family", Families.name(excused))
        .delegationTtl(zone);
    if (zone.referred()) {
      facts.names("parent-ns", zone.ns());
    }
    servers.forEach((health, some) -> facts.servers(health.fact(), some));
  }

  private List<String> glueTexts() {
    List<String> texts = new ArrayList<>();
    for (NameServer server : wrongGlue()) {
      own.forEach(
          (host, addresses) -> {
            if (Names.text(host).equals(server.host())) {
              String right =
                  String.join(" ", addresses.stream().map(InetAddress::getHostAddress).toList());
              texts.add(server.host() + ": parent " + server.at() + " zone " + right);
            }
          });
    }
    return texts;
  }
}
