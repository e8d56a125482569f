package certbotdoctor.probe.dns.check;

import certbotdoctor.probe.ProbeDescriptor;
import certbotdoctor.probe.dns.delegation.Chain;
import certbotdoctor.probe.dns.delegation.Survey;
import certbotdoctor.probe.dns.delegation.Zone;
import certbotdoctor.probe.dns.exchange.Asker;
import certbotdoctor.probe.dns.exchange.DnsAnswer;
import certbotdoctor.probe.dns.exchange.DnsQuery;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/**
 * Whether this host's resolver sees the zone that the world sees: an internal view may have a zone
 * of the same name, into which hooks and people then write.
 */
public final class LocalCheck implements DnsCheck {
  private enum Outcome {
    /** The resolver has what the servers have. */
    SAME,
    /** The resolver has another zone of that name. */
    SPLIT_HORIZON,
    /** The same zone, but other TXT records, from the resolver's cache. */
    CACHED,
    /** The resolver, or the servers, do not answer. */
    ERROR
  }

  private static final ProbeDescriptor DESCRIPTOR =
      Descriptors.of(
          "dns.local",
          Outcome.class,
          Set.of("name"),
          Set.of(
              "name",
              "zone",
              "resolver",
              "found",
              "authoritative",
              "local-primary",
              "primary",
              "local-authoritative",
              "errors"));

  private record Views(Survey survey, DnsAnswer soa, Chain chain) {
    SortedSet<String> primaries() {
      SortedSet<String> all = new TreeSet<>();
      survey.views().values().forEach(view -> all.addAll(LocalCheck.primaries(view.soa())));
      return all;
    }

    SortedSet<String> truth() {
      SortedSet<String> all = new TreeSet<>();
      chain.last().answers().values().forEach(one -> all.addAll(one.reply().texts()));
      return all;
    }
  }

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public CompletableFuture<Finding> run(Inquiry inquiry) {
    Name challenge = inquiry.challenge();
    NameServer local = inquiry.scene().resolvers().get(0);
    Asker asker = inquiry.asker();
    return inquiry
        .lookups()
        .chain(challenge, Type.TXT)
        .thenCompose(
            chain -> {
              Zone zone = chain.first().walk().zone();
              return inquiry
                  .delegations()
                  .survey(zone)
                  .thenCombine(
                      asker.ask(local, zone.apex(), Type.SOA, DnsQuery.Option.RECURSE),
                      (survey, soa) -> new Views(survey, soa, chain));
            })
        .thenCombine(
            asker.ask(local, challenge, Type.TXT, DnsQuery.Option.RECURSE),
            (views, txt) -> finding(local, views, txt));
  }

  private static Finding finding(NameServer local, Views views, DnsAnswer txt) {
    SortedSet<String> found = new TreeSet<>(txt.reply().texts());
    Facts facts = new Facts();
    facts
        .put("name", views.chain.first().name())
        .put("zone", views.survey.zone().apex())
        .put("resolver", local.label())
        .all("found", found)
        .all("authoritative", views.truth())
        .all("primary", views.primaries())
        .all("local-primary", primaries(views.soa))
        .flag("local-authoritative", views.soa.isAuthoritative());
    if (!txt.kind().isAbout() || views.primaries().isEmpty()) {
      return facts.put("errors", txt.exchange().rcode()).finding(Outcome.ERROR);
    }
    if (!views.primaries().containsAll(primaries(views.soa)) || primaries(views.soa).isEmpty()) {
      return facts.finding(Outcome.SPLIT_HORIZON);
    }
    if (found.equals(views.truth())) {
      return facts.finding(Outcome.SAME);
    }
    // a resolver that claims authority has the zone itself, not a cached copy of its records
    return facts.finding(views.soa.isAuthoritative() ? Outcome.SPLIT_HORIZON : Outcome.CACHED);
  }

  /** MNAME and RNAME of the SOA record: who keeps the zone. */
  private static SortedSet<String> primaries(DnsAnswer answer) {
    SortedSet<String> all = new TreeSet<>();
    for (Record one : answer.reply().answer()) {
      if (one instanceof SOARecord soa) {
        all.add(soa.getHost().toString(true) + " " + soa.getAdmin().toString(true));
      }
    }
    return all;
  }
}
