package certbotdoctor.probe.dns.check;

import certbotdoctor.probe.ProbeDescriptor;
import certbotdoctor.probe.dns.delegation.Chain;
import certbotdoctor.probe.dns.dnssec.Security;
import certbotdoctor.probe.dns.dnssec.Validator;
import certbotdoctor.probe.dns.exchange.Futures;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Type;

/**
 * Whether the servers' own answers for the challenge name, and for the names its aliases lead to,
 * validate from the trust anchor.
 */
public final class DnssecCheck implements DnsCheck {
  private static final ProbeDescriptor DESCRIPTOR =
      Descriptors.of(
          "dns.dnssec",
          Security.class,
          Set.of("name"),
          Set.of("name", "zone", "detail", "servers", "servers-ok", "extent", "ds-ttl", "ds-wait"));

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public CompletableFuture<Finding> run(Inquiry inquiry) {
    return inquiry
        .lookups()
        .chain(inquiry.challenge(), Type.TXT)
        .thenCompose(
            chain ->
                Futures.all(chain.steps().stream().map(step -> validate(inquiry, step)).toList())
                    .thenApply(results -> finding(chain, results)));
  }

  private static CompletableFuture<Validator.Result> validate(Inquiry inquiry, Chain.Step step) {
    Validator validator =
        new Validator(
            inquiry.asker(), inquiry.scene().anchors(), inquiry.scene().clock().instant());
    return inquiry
        .delegations()
        .survey(step.walk().zone())
        .thenCompose(survey -> validator.validate(step, survey));
  }

  private static Finding finding(Chain chain, List<Validator.Result> results) {
    Validator.Result worst =
        results.stream()
            .min(Comparator.comparing(one -> one.overall().security()))
            .orElseThrow(() -> new IllegalStateException("a chain has steps"));
    Security security = worst.overall().security();
    List<NameServer> bad =
        worst.servers().entrySet().stream()
            .filter(one -> one.getValue().security().isBogus())
            .map(one -> one.getKey())
            .toList();
    Facts facts = new Facts();
    facts
        .put("name", chain.first().name())
        .put("zone", worst.zone())
        .put("detail", worst.overall().detail())
        .span("ds", worst.dsTtl())
        .servers("servers", bad)
        .servers(
            "servers-ok",
            worst.servers().keySet().stream().filter(one -> !bad.contains(one)).toList());
    if (security.isBogus()) {
      boolean all = bad.size() == worst.servers().size();
      facts.put("extent", all ? "all" : "some");
    }
    return facts.finding(security);
  }
}
