package certbotdoctor.ca;

import static java.util.Map.entry;

import certbotdoctor.core.Slots;
import certbotdoctor.core.SymptomCode;
import certbotdoctor.grammar.CaProblemParser;
import certbotdoctor.grammar.CaProblemParser.DnsFailureContext;
import certbotdoctor.grammar.CaProblemParser.DnsMuseumContext;
import certbotdoctor.grammar.CaProblemParser.DnsProblemContext;
import certbotdoctor.grammar.CaProblemParser.LookupContext;
import java.util.Map;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** DNS lookup errors (boulder: bdns/problem.go) as findings. */
final class DnsParts {
  private static final Finding OTHER = Finding.of(SymptomCode.DNS_OTHER);

  private static final Map<Integer, Finding> FAILURES =
      Map.ofEntries(
          entry(CaProblemParser.NXDOMAIN, rcode("NXDOMAIN")),
          entry(CaProblemParser.SERVFAIL, rcode("SERVFAIL")),
          entry(CaProblemParser.REFUSED, rcode("REFUSED")),
          entry(CaProblemParser.TIMED_OUT, Finding.of(SymptomCode.DNS_TIMEOUT)),
          entry(CaProblemParser.CANCELED, Finding.of(SymptomCode.DNS_TIMEOUT, "dns-canceled")),
          entry(CaProblemParser.NETWORK_ERROR, Finding.of(SymptomCode.DNS_NETWORK)),
          entry(
              CaProblemParser.RESOLVER_FAILURE,
              Finding.of(SymptomCode.DNS_OTHER, "dns-resolver-failure")),
          entry(
              CaProblemParser.RESPONSE_TRUNCATED,
              Finding.of(SymptomCode.DNS_OTHER, "dns-truncated")),
          entry(CaProblemParser.MUSEUM_TIMEOUT, Finding.of(SymptomCode.DNS_TIMEOUT)),
          entry(CaProblemParser.MUSEUM_NETWORK, Finding.of(SymptomCode.DNS_NETWORK)),
          entry(
              CaProblemParser.MUSEUM_RESOLVER,
              Finding.of(SymptomCode.DNS_OTHER, "dns-resolver-failure")));

  private static final Map<Integer, Finding> EXTENDED =
      Map.of(
          CaProblemParser.EDE_DNSSEC, Finding.of(SymptomCode.DNS_DNSSEC),
          CaProblemParser.EDE_UNREACHABLE, Finding.of(SymptomCode.DNS_UNREACHABLE),
          CaProblemParser.EDE_LAME, Finding.of(SymptomCode.DNS_OTHER, "dns-lame"),
          CaProblemParser.EDE_POLICY, Finding.of(SymptomCode.DNS_OTHER, "dns-policy"),
          CaProblemParser.EDE_CACHED, Finding.of(SymptomCode.DNS_OTHER, "dns-cached-error"),
          CaProblemParser.EDE_OTHER, Finding.of(SymptomCode.DNS_OTHER, "dns-ede-other"));

  private final CommonTokenStream stream;

  DnsParts(CommonTokenStream stream) {
    this.stream = stream;
  }

  /** {@code DNS problem: … looking up TYPE for NAME …}. */
  Finding problem(DnsProblemContext problem) {
    LookupContext lookup = problem.lookup();
    Slots asked = asked(lookup);
    DnsFailureContext failure = problem.dnsFailure();
    Finding finding;
    if (failure != null && failure.getStart() != null) {
      finding = failure(failure);
    } else if (lookup != null && Names.introduces(lookup.name())) {
      finding = extended(Words.of(stream, lookup.tail()));
    } else {
      // an RCODE without a name is printed as nothing
      finding = asked.has("qtype") ? Finding.of(SymptomCode.DNS_RCODE) : OTHER;
    }
    return finding.with(asked.with(finding.slots()));
  }

  /** The texts without a name, until December 2015. */
  Finding museum(DnsMuseumContext museum) {
    return FAILURES.getOrDefault(museum.getStart().getType(), OTHER);
  }

  private static Slots asked(@Nullable LookupContext lookup) {
    if (lookup == null) {
      return Slots.NONE;
    }
    String qtype = Names.of(lookup.qtype);
    Slots asked = Slots.NONE.with("qtype", qtype).with("name", Names.of(lookup.name()));
    return "CAA".equals(qtype) ? asked.with("caa", "true") : asked;
  }

  private Finding failure(DnsFailureContext failure) {
    Finding known = FAILURES.get(failure.getStart().getType());
    if (known != null) {
      return known;
    }
    Words words = Words.of(stream, failure);
    return words.tokens().size() == 1
        ? Finding.of(SymptomCode.DNS_RCODE).with(Slots.of("rcode", Names.bare(words.text())))
        : OTHER;
  }

  /** The finding for an RCODE, by its mnemonic. */
  static Finding rcode(String mnemonic) {
    SymptomCode code =
        switch (mnemonic) {
          case "NXDOMAIN" -> SymptomCode.DNS_NXDOMAIN;
          case "SERVFAIL" -> SymptomCode.DNS_SERVFAIL;
          case "REFUSED" -> SymptomCode.DNS_REFUSED;
          default -> SymptomCode.DNS_RCODE;
        };
    return Finding.of(code).with(Slots.of("rcode", mnemonic));
  }

  /** An extended DNS error (RFC 8914), which takes the RCODE's place. */
  private static Finding extended(Words tail) {
    if (tail.isEmpty()) {
      return Finding.of(SymptomCode.DNS_RCODE);
    }
    Token summary = tail.tokens().get(0);
    Finding kind = EXTENDED.get(summary.getType());
    if (kind == null) {
      return Finding.of(SymptomCode.DNS_OTHER, "dns-ede-other")
          .with(Slots.NONE.with("ede", tail.before(CaProblemParser.SEPARATOR).phrase()));
    }
    Words extra = tail.from(1).before(CaProblemParser.SEPARATOR);
    Slots slots =
        Slots.of("ede", summary(summary.getText()))
            .with("ede-extra", extra.phrase())
            .with("zone", zone(extra.first(CaProblemParser.FAILED_ZONE)))
            .with("from", from(extra.first(CaProblemParser.FROM_IP)));
    return kind.with(slots);
  }

  private static String summary(String text) {
    String name = Names.bare(text);
    for (String prefix : new String[] {"DNSSEC: ", "Unknown Extended DNS Error code "}) {
      if (name.startsWith(prefix)) {
        return name.substring(prefix.length());
      }
    }
    return name;
  }

  private static @Nullable String zone(@Nullable Token failed) {
    return failed == null ? null : Names.bare(Names.fields(failed)[0].substring(1));
  }

  private static @Nullable String from(@Nullable Token from) {
    return from == null ? null : Names.bare(Names.fields(from)[1]);
  }
}
