package certbotdoctor.probe.dns.check;

import certbotdoctor.probe.ProbeDescriptor;
import certbotdoctor.probe.dns.delegation.Names;
import certbotdoctor.probe.dns.delegation.Survey;
import certbotdoctor.probe.dns.delegation.Walk;
import certbotdoctor.probe.dns.exchange.DnsAnswer;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/** Who serves the zone, as names that can be compared with those of DNS providers. */
public final class ProviderCheck implements DnsCheck {
  private enum Outcome {
    /** The delegation names servers. */
    FOUND,
    /** There is no delegation. */
    NONE
  }

  private static final ProbeDescriptor DESCRIPTOR =
      Descriptors.of(
          "dns.provider",
          Outcome.class,
          Set.of("name"),
          Set.of(
              "name",
              "zone",
              "ns",
              "ns-child",
              "ns-domains",
              "primary",
              "challenge-delegated",
              "delegation-ttl",
              "delegation-wait"));

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public CompletableFuture<Finding> run(Inquiry inquiry) {
    return inquiry
        .delegations()
        .walk(inquiry.challenge())
        .thenCompose(
            walk ->
                walk.end() == Walk.End.NO_SUCH_DOMAIN
                    ? CompletableFuture.completedFuture(
                        new Facts().put("name", walk.name()).finding(Outcome.NONE))
                    : inquiry
                        .delegations()
                        .survey(walk.zone())
                        .thenApply(survey -> finding(walk, survey)));
  }

  private static Finding finding(Walk walk, Survey survey) {
    SortedSet<Name> all = new TreeSet<>(survey.zone().ns());
    all.addAll(survey.childNs());
    SortedSet<String> domains = new TreeSet<>();
    all.forEach(name -> domains.add(Names.text(Names.ancestor(name, Math.min(3, name.labels())))));
    return new Facts()
        .put("name", walk.name())
        .put("zone", survey.zone().apex())
        .names("ns", survey.zone().ns())
        .names("ns-child", survey.childNs())
        .all("ns-domains", domains)
        .put("primary", primary(survey))
        .delegationTtl(survey.zone())
        .flag("challenge-delegated", walk.zone().apex().equals(walk.name()))
        .finding(Outcome.FOUND);
  }

  /** MNAME of the SOA record. */
  private static String primary(Survey survey) {
    for (Survey.View view : survey.views().values()) {
      DnsAnswer soa = view.soa();
      List<Record> records = soa.reply().answers(survey.zone().apex(), Type.SOA);
      if (!records.isEmpty()) {
        return Names.text(((SOARecord) records.get(0)).getHost());
      }
    }
    return "";
  }
}
