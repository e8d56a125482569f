package certbotdoctor.ca;

import static java.util.Map.entry;

import certbotdoctor.core.Slots;
import certbotdoctor.core.SymptomCode;
import certbotdoctor.grammar.CaProblemParser;
import certbotdoctor.grammar.CaProblemParser.ResolverErrorContext;
import certbotdoctor.grammar.CaProblemParser.ResolverWordContext;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Errors of Pebble's lookups as findings: {@code Error retrieving TXT records for DNS challenge
 * ("…")} with an error of its own resolver or of Go's between the quotes.
 */
final class ResolverParts {
  /** Mnemonics by RCODE (RFC 1035 section 4.1.1, RFC 2136 section 2.2). */
  private static final List<String> RCODES =
      List.of(
          "NOERROR",
          "FORMERR",
          "SERVFAIL",
          "NXDOMAIN",
          "NOTIMP",
          "REFUSED",
          "YXDOMAIN",
          "YXRRSET",
          "NXRRSET",
          "NOTAUTH",
          "NOTZONE");

  private static final Map<Integer, Finding> GO =
      Map.ofEntries(
          entry(
              CaProblemParser.NO_SUCH_HOST,
              Finding.of(SymptomCode.DNS_NXDOMAIN, "dns-no-such-host")),
          entry(
              CaProblemParser.MISBEHAVING,
              Finding.of(SymptomCode.DNS_SERVFAIL, "dns-server-misbehaving")),
          entry(CaProblemParser.IO_TIMEOUT, Finding.of(SymptomCode.DNS_TIMEOUT)),
          entry(CaProblemParser.GO_REFUSED, Finding.of(SymptomCode.DNS_NETWORK)));

  private final CommonTokenStream stream;
  private final ProblemGrammar grammar;

  ResolverParts(CommonTokenStream stream, ProblemGrammar grammar) {
    this.stream = stream;
    this.grammar = grammar;
  }

  /** The error between the quotes. */
  Finding error(ResolverErrorContext error) {
    Token quoted = Words.of(stream, error.tail()).first(CaProblemParser.QUOTED);
    Finding finding = Finding.of(SymptomCode.DNS_OTHER);
    Slots slots = Slots.of("qtype", "TXT");
    if (quoted == null) {
      return finding.with(slots);
    }
    for (ResolverWordContext word : grammar.resolver(Escapes.unquote(quoted.getText()))) {
      slots = slots.with("name", Names.of(word.name()));
      if (word.UNSUCCESSFUL() != null) {
        finding = rcode(word.rcode);
      } else {
        finding = GO.getOrDefault(word.getStart().getType(), finding);
      }
    }
    return finding.with(finding.slots().with(slots));
  }

  private static Finding rcode(@Nullable Token word) {
    String code = Names.of(word);
    if (code == null) {
      return Finding.of(SymptomCode.DNS_RCODE);
    }
    boolean decimal = code.chars().allMatch(c -> c >= '0' && c <= '9');
    int number = decimal ? decimal(code) : Escapes.unescape(code).codePointAt(0);
    return DnsParts.rcode(number < RCODES.size() ? RCODES.get(number) : "RCODE" + number);
  }

  /** The number, or the largest RCODE where it is larger (RFC 6895 section 2.3: 16 bits). */
  private static int decimal(String digits) {
    return digits.length() > 5 ? 0xffff : Integer.parseInt(digits);
  }
}
