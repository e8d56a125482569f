package certbotdoctor.probe.dns.check;

import certbotdoctor.probe.ProbeDescriptor;
import certbotdoctor.probe.dns.delegation.Names;
import certbotdoctor.probe.dns.delegation.Survey;
import certbotdoctor.probe.dns.delegation.Walk;
import certbotdoctor.probe.dns.delegation.Zone;
import certbotdoctor.probe.dns.exchange.Asker;
import certbotdoctor.probe.dns.exchange.DnsAnswer;
import certbotdoctor.probe.dns.exchange.Futures;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * Whether the servers that the tree names for the challenge name's zones do their duty. The zones
 * are judged from the top; the first faulty one is told.
 */
public final class DelegationCheck implements DnsCheck {
  /** Second-level labels below which registries of two-letter domains register. */
  private static final Set<String> REGISTRY =
      Set.of("ac", "co", "com", "edu", "gob", "gov", "ne", "net", "or", "org");

  private static final ProbeDescriptor DESCRIPTOR =
      Descriptors.of(
          "dns.delegation",
          DelegationOutcome.class,
          Set.of("name"),
          Set.of(
              "name",
              "zone",
              "zones",
              "extent",
              "also",
              "parent-ns",
              "child-ns",
              "parent-only",
              "child-only",
              "servers-ok",
              "servers-refused",
              "servers-servfail",
              "servers-not-authoritative",
              "servers-upward",
              "servers-timeout",
              "unresolvable",
              "private",
              "glue-wrong",
              "missing",
              "missing-in",
              "challenge-delegated",
              "unreachable-family",
              "delegation-ttl",
              "delegation-wait"));

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public CompletableFuture<Finding> run(Inquiry inquiry) {
    Name challenge = inquiry.challenge();
    return inquiry
        .delegations()
        .walk(challenge)
        .thenCompose(
            walk ->
                isMissing(walk)
                    ? CompletableFuture.completedFuture(missing(walk))
                    : judge(inquiry, walk, new ArrayList<>(zones(walk))));
  }

  private static boolean isMissing(Walk walk) {
    Name missing = walk.missing();
    return missing != null
        && (walk.end() == Walk.End.NO_SUCH_DOMAIN || isRegistry(walk.zone().apex(), missing));
  }

  /** Whether a zone such as {@code co.uk} lacks a name directly below it. */
  private static boolean isRegistry(Name zone, Name missing) {
    return zone.labels() == 3
        && zone.getLabel(1)[0] == 2
        && REGISTRY.contains(zone.getLabelString(0))
        && missing.labels() == zone.labels() + 1;
  }

  private static Finding missing(Walk walk) {
    Name missing = walk.missing();
    return base(walk)
        .put("missing", missing == null ? "" : Names.text(missing))
        .put("missing-in", walk.zone().apex())
        .put("zone", walk.zone().apex())
        .put("extent", "all")
        .finding(DelegationOutcome.DOMAIN_MISSING);
  }

  private static Facts base(Walk walk) {
    return new Facts()
        .put("name", walk.name())
        .names("zones", walk.path().stream().map(Zone::apex).toList())
        .flag("challenge-delegated", walk.zone().apex().equals(walk.name()));
  }

  private static List<Zone> zones(Walk walk) {
    List<Zone> own = walk.ownZones();
    return own.isEmpty() ? List.of(walk.zone()) : own;
  }

  /** Judges the uppermost zone, and the next one only if that is sound. */
  private static CompletableFuture<Finding> judge(Inquiry inquiry, Walk walk, List<Zone> zones) {
    Zone zone = zones.remove(0);
    return inquiry
        .delegations()
        .survey(zone)
        .thenCompose(
            survey -> ownAddresses(inquiry, survey).thenApply(own -> new ZoneHealth(survey, own)))
        .thenCompose(
            health -> {
              List<DelegationOutcome> outcomes = health.outcomes();
              return outcomes.get(0) == DelegationOutcome.OK && !zones.isEmpty()
                  ? judge(inquiry, walk, zones)
                  : CompletableFuture.completedFuture(finding(walk, health, outcomes));
            });
  }

  private static Finding finding(Walk walk, ZoneHealth health, List<DelegationOutcome> outcomes) {
    Facts facts = base(walk);
    health.tell(facts);
    if (outcomes.get(0) != DelegationOutcome.OK) {
      facts.put("extent", health.isDead() ? "all" : "some");
    }
    facts.all("also", outcomes.stream().skip(1).map(Enum::name).toList());
    return facts.finding(outcomes.get(0));
  }

  /** What the zone itself says are the addresses of its hosts that came with glue. */
  private static CompletableFuture<SortedMap<Name, List<InetAddress>>> ownAddresses(
      Inquiry inquiry, Survey survey) {
    Name apex = survey.zone().apex();
    List<NameServer> sound =
        survey.views().entrySet().stream()
            .filter(one -> Health.of(apex, one.getValue()) == Health.OK)
            .map(one -> one.getKey())
            .toList();
    List<Name> hosts =
        survey.zone().glue().keySet().stream().filter(host -> host.subdomain(apex)).toList();
    if (sound.isEmpty()) {
      return CompletableFuture.completedFuture(new TreeMap<>());
    }
    return Futures.all(hosts, host -> addresses(inquiry, sound, host));
  }

  private static CompletableFuture<List<InetAddress>> addresses(
      Inquiry inquiry, List<NameServer> sound, Name host) {
    Asker asker = inquiry.asker();
    return asker
        .askAny(sound, host, Type.A, DnsAnswer::isAuthoritative)
        .thenCombine(
            asker.askAny(sound, host, Type.AAAA, DnsAnswer::isAuthoritative),
            (a, aaaa) -> {
              List<InetAddress> all = new ArrayList<>();
              for (DnsAnswer answer : List.of(a.answer(), aaaa.answer())) {
                if (answer.isAuthoritative()) {
                  answer.reply().answer().forEach(one -> add(all, address(one)));
                }
              }
              return all;
            });
  }

  private static void add(List<InetAddress> all, @Nullable InetAddress address) {
    if (address != null) {
      all.add(address);
    }
  }

  private static @Nullable InetAddress address(Record one) {
    if (one instanceof ARecord a) {
      return a.getAddress();
    }
    return one instanceof AAAARecord aaaa ? aaaa.getAddress() : null;
  }
}
