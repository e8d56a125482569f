package certbotdoctor.probe.dns.check;

import certbotdoctor.probe.ProbeDescriptor;
import certbotdoctor.probe.dns.delegation.Chain;
import certbotdoctor.probe.dns.delegation.Names;
import certbotdoctor.probe.dns.exchange.DnsAnswer;
import certbotdoctor.probe.dns.exchange.Futures;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * Whether CAA lets the CA issue. The name and all its ancestors are asked; the closest record set
 * counts, and an error closer than that is fatal, one above it is not (boulder: va/caa.go).
 */
public final class CaaCheck implements DnsCheck {
  private static final ProbeDescriptor DESCRIPTOR =
      Descriptors.of(
          "dns.caa",
          CaaOutcome.class,
          Set.of("ca", "wildcard", "account", "method"),
          Set.of(
              "name",
              "level",
              "zone",
              "records",
              "ca",
              "issuers",
              "methods",
              "accounts",
              "account-unchecked",
              "extent",
              "errors",
              "no-soa"));

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public CompletableFuture<Finding> run(Inquiry inquiry) {
    List<CompletableFuture<Chain>> levels = new ArrayList<>();
    for (Name name = inquiry.domain(); name.labels() > 1; name = Names.parent(name)) {
      levels.add(inquiry.lookups().chain(name, Type.CAA));
    }
    return Futures.all(levels).thenApply(chains -> finding(inquiry, chains));
  }

  private static Finding finding(Inquiry inquiry, List<Chain> levels) {
    Facts facts = new Facts().put("name", inquiry.domain());
    facts.put("ca", policy(inquiry).ca());
    for (Chain level : levels) {
      Chain.Step last = level.last();
      boolean lost = level.end() != Chain.End.REACHED || !last.isAnswered();
      List<CAARecord> records = records(last);
      if (lost || !records.isEmpty()) {
        facts.put("level", level.first().name()).put("zone", last.walk().zone().apex());
        tellErrors(facts, level);
        return lost ? facts.finding(failure(last)) : tellPolicy(facts, policy(inquiry), records);
      }
      noSoa(facts, last);
    }
    if (!levels.isEmpty()) {
      tellErrors(facts, levels.get(0));
    }
    return facts.finding(CaaOutcome.ALLOWS);
  }

  private static CaaPolicy policy(Inquiry inquiry) {
    return new CaaPolicy(
        inquiry.slots().get("ca", "letsencrypt.org"),
        inquiry.isWildcard(),
        inquiry.slots().get("method", "dns-01"),
        inquiry.slots().get("account", ""));
  }

  private static List<CAARecord> records(Chain.Step step) {
    return step.answers().values().stream()
        .flatMap(answer -> answer.reply().answer().stream())
        .filter(CAARecord.class::isInstance)
        .map(CAARecord.class::cast)
        .distinct()
        .toList();
  }

  private static CaaOutcome failure(Chain.Step step) {
    Set<CaaOutcome> seen = EnumSet.noneOf(CaaOutcome.class);
    step.answers().values().forEach(answer -> seen.add(failure(answer)));
    return seen.stream().findFirst().orElse(CaaOutcome.LOOKUP_SERVFAIL);
  }

  private static CaaOutcome failure(DnsAnswer answer) {
    return switch (answer.kind()) {
      case REFUSED -> CaaOutcome.LOOKUP_REFUSED;
      case TIMEOUT, UNREACHABLE -> CaaOutcome.LOOKUP_TIMEOUT;
      case OTHER_RCODE ->
          answer.exchange().rcode().equals("NOTIMP")
              ? CaaOutcome.LOOKUP_NOTIMP
              : CaaOutcome.LOOKUP_SERVFAIL;
      case SERVFAIL, MALFORMED, RECORDS, NODATA, NXDOMAIN -> CaaOutcome.LOOKUP_SERVFAIL;
    };
  }

  private static void tellErrors(Facts facts, Chain level) {
    List<String> errors = Errors.of(level.last().answers());
    if (!errors.isEmpty()) {
      boolean all = errors.size() == level.last().answers().size();
      facts.all("errors", errors).put("extent", all ? "all" : "some");
    }
  }

  /** A negative answer without SOA record (RFC 2308 section 3), which strict resolvers distrust. */
  private static void noSoa(Facts facts, Chain.Step step) {
    boolean bare =
        step.answers().values().stream()
            .anyMatch(
                one ->
                    one.kind() == DnsAnswer.Kind.NODATA
                        && one.isAuthoritative()
                        && one.reply().negativeZone().isEmpty());
    if (bare && !facts.has("no-soa")) {
      facts.put("no-soa", step.name());
    }
  }

  private static Finding tellPolicy(Facts facts, CaaPolicy policy, List<CAARecord> records) {
    SortedSet<String> issuers = new TreeSet<>();
    SortedSet<String> methods = new TreeSet<>();
    SortedSet<String> accounts = new TreeSet<>();
    for (CAARecord one : policy.relevant(records)) {
      CaaValue value = CaaValue.parse(one.getValue());
      issuers.add(value.issuer().isEmpty() ? "nobody" : value.issuer());
      if (value.issuer().equals(policy.ca())) {
        methods.addAll(value.all("validationmethods"));
        accounts.addAll(value.all("accounturi"));
      }
    }
    facts
        .all("records", records.stream().map(CAARecord::rdataToString).sorted().toList())
        .all("issuers", issuers)
        .all("methods", methods)
        .all("accounts", accounts)
        .flag("account-unchecked", policy.account().isEmpty() && !accounts.isEmpty());
    return facts.finding(policy.judge(records));
  }
}
