package certbotdoctor.probe.dns.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.xbill.DNS.CAARecord;

/**
 * What a CAA record set means for one request (RFC 8659, RFC 8657), as Boulder reads it
 * (va/caa.go).
 *
 * @param ca the CA's own name
 * @param wildcard whether the identifier is a wildcard
 * @param method the validation method, for example {@code dns-01}
 * @param account the account's URI, or empty where it is not known
 */
record CaaPolicy(String ca, boolean wildcard, String method, String account) {
  /** Tags that the CA understands; others matter only where they are critical. */
  private static final Set<String> KNOWN =
      Set.of("issue", "issuewild", "iodef", "issuemail", "issuevmc");

  /** The issuer-critical flag (RFC 8659 section 4.1), and the bit that is often meant for it. */
  private static final int CRITICAL = 128 | 1;

  CaaOutcome judge(List<CAARecord> records) {
    boolean unknown =
        records.stream()
            .anyMatch(one -> (one.getFlags() & CRITICAL) != 0 && !KNOWN.contains(tag(one)));
    if (unknown) {
      return CaaOutcome.CRITICAL_UNKNOWN;
    }
    List<CAARecord> relevant = relevant(records);
    if (relevant.isEmpty()) {
      return CaaOutcome.ALLOWS;
    }
    return relevant.stream()
        .map(one -> judge(CaaValue.parse(one.getValue())))
        .min(CaaOutcome::compareTo)
        .orElse(CaaOutcome.FORBIDS);
  }

  /** The records that decide: issuewild for a wildcard where there is one, else issue. */
  List<CAARecord> relevant(List<CAARecord> records) {
    List<CAARecord> wild = tagged(records, "issuewild");
    return wildcard && !wild.isEmpty() ? wild : tagged(records, "issue");
  }

  private static List<CAARecord> tagged(List<CAARecord> records, String tag) {
    return records.stream().filter(one -> tag(one).equals(tag)).toList();
  }

  private static String tag(CAARecord one) {
    return one.getTag().toLowerCase(Locale.ROOT);
  }

  private CaaOutcome judge(CaaValue value) {
    if (!value.wellFormed() || !value.issuer().equals(ca)) {
      return CaaOutcome.FORBIDS;
    }
    List<String> methods = value.all("validationmethods");
    if (!methods.isEmpty()
        && (methods.size() > 1 || !List.of(methods.get(0).split(",")).contains(method))) {
      return CaaOutcome.METHOD_FORBIDDEN;
    }
    List<String> accounts = value.all("accounturi");
    boolean other = !account.isEmpty() && !accounts.isEmpty() && !accounts.get(0).equals(account);
    return accounts.size() > 1 || other ? CaaOutcome.ACCOUNT_FORBIDDEN : CaaOutcome.ALLOWS;
  }
}
