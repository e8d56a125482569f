package certbotdoctor.report;

import certbotdoctor.core.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text from an input: API tokens, passwords, TSIG and EAB keys, private keys,
 * JWS signatures and payloads, nonces, authorization headers, cookies, credentials in URLs. TXT
 * values, thumbprints and challenge tokens are public and stay.
 */
public final class Redactor {
  /** What stands where a secret stood. */
  public static final String MARK = "[redacted]";

  /** An access key id of AWS has 16 characters, and no other token fewer. */
  private static final int SHORTEST_TOKEN = 16;

  private static final List<Rule> SHAPES =
      List.of(
          // RFC 7468; the end may be cut off
          rule(
              SecretHints.ARMOUR,
              "(-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)[^-]*+(?:-(?!----END )[^-]*+)*+",
              "$1" + MARK),
          // user information of an address, RFC 3986 section 3.2.1
          rule(
              SecretHints.ADDRESS,
              "(?i)\\b([a-z][a-z0-9+.-]{1,20}://)[^\\s/@'\"<>?#]{1,512}@",
              "$1" + MARK + "@"),
          // the same, cut off before the sign: what follows the colon is no port
          rule(
              SecretHints.ADDRESS,
              "(?i)\\b([a-z][a-z0-9+.-]{1,20}://[^\\s/@:'\"<>?#\\[\\]]{1,255}:)(?!\\d{1,5}\\b)[^\\s/@'\"<>?#]++(?!@)",
              "$1" + MARK),
          // compact JWS and JWT, RFC 7515 section 7.1
          rule(SecretHints.COMPACT, "\\beyJ[\\w-]{6,}+\\.[\\w-]{6,}+(?:\\.[\\w-]*+)?", MARK),
          rule(
              SecretHints.SCHEME,
              "(?i)\\b(Bearer|Basic|sso-key|Apikey)[ \\t]+(?!\\[)[\\w.~+/=:-]{8,}",
              "$1 " + MARK),
          // access key ids of AWS; dig and nsupdate: -y hmac-sha256:name:secret, key name secret
          rule(SecretHints.ACCESS_KEY, "\\b(?:AKIA|ASIA)[A-Z0-9]{12,}\\b", MARK),
          rule(
              SecretHints.ALGORITHM,
              "(?i)\\b(hmac-[a-z0-9.-]+:[^:\\s]{1,255}:)[A-Za-z0-9+/]{8,}={0,2}",
              "$1" + MARK),
          // the same where lines were joined: a secret of 16, 32 or 64 octets ends in padding
          rule(
              SecretHints.KEY,
              "(?i)(?<![\\w.-])(key\\s{1,8}[\\w.-]{1,255}\\s{1,8})[A-Za-z0-9+/]{16,100}={1,2}",
              "$1" + MARK),
          rule(
              SecretHints.KEY,
              "(?im)^((?:>\\s*)?key\\s+(?:hmac-[a-z0-9-]+:)?[^\\s:]{1,255}\\s+)[A-Za-z0-9+/]{16,}={0,2}",
              "$1" + MARK),
          // tokens that name their issuer
          rule(
              SecretHints.ISSUER,
              "\\b(?:dop_v1_|doo_v1_|ghp_|gho_|glpat-|hvs\\.|xox[abp]-|sk_live_|ya29\\.|AIza"
                  + "|v1\\.0-)[\\w.-]{16,}",
              MARK));

  private final NamedSecrets named = new NamedSecrets();

  /**
   * The text without secrets; the same text where it holds none. Redacting twice changes nothing
   * more.
   */
  public String redact(String text) {
    if (isPlainWord(text)) {
      return text;
    }
    int hints = SecretHints.in(text);
    return hints == 0 ? text : redact(text, hints);
  }

  /** The text without secrets of the kinds that there are hints of. */
  String redact(String text, int hints) {
    String redacted = text;
    for (Rule rule : SHAPES) {
      if ((hints & rule.hint) != 0) {
        redacted = rule.pattern.matcher(redacted).replaceAll(rule.replacement);
      }
    }
    return (hints & SecretHints.NAMED) == 0 ? redacted : named.redact(redacted);
  }

  /**
   * Whether a text is a word, too short for a token that is told by its form, and without what
   * stands between a name and its secret.
   */
  private static boolean isPlainWord(String text) {
    if (text.length() >= SHORTEST_TOKEN) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && "._-/*".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The sentence without secrets. Words of this program are left alone. */
  public Text redact(Text text) {
    return new Text(
        text.segments().stream()
            .map(s -> new Text.Segment(s.kind(), redact(s.value(), s.kind())))
            .toList());
  }

  /** The report without secrets, in whatever field they stand. */
  public Report redactSecrets(Report report) {
    return redactSecrets(report, UnaryOperator.identity());
  }

  /** The report without secrets, and with every string changed before. */
  Report redactSecrets(Report report, UnaryOperator<String> before) {
    Map<String, String> known = new HashMap<>(); // many strings come again and again
    RecordMapper.Change change =
        (value, kind) -> {
          String changed = before.apply(value);
          return kind == Text.Kind.PROSE
              ? changed
              : known.computeIfAbsent(changed, text -> redact(text));
        };
    return new RecordMapper(change, Set.of()).map(report);
  }

  private String redact(String value, Text.Kind kind) {
    return kind == Text.Kind.PROSE ? value : redact(value);
  }

  private static Rule rule(int hint, String pattern, String replacement) {
    return new Rule(hint, Pattern.compile(pattern), replacement);
  }

  /**
   * A form of secrets.
   *
   * @param hint the kind of {@link SecretHints} without which there is none
   */
  private record Rule(int hint, Pattern pattern, String replacement) {}
}
