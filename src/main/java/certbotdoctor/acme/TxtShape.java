package certbotdoctor.acme;

import java.util.regex.Pattern;

/** What a TXT value looks like, without knowing the value that it should be. */
final class TxtShape {
  /** SHA-256 in base64url; the last character holds four bits. */
  private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

  private static final Pattern STANDARD = Pattern.compile("[A-Za-z0-9+/]{43}=?");
  private static final Pattern PADDED = Pattern.compile("[A-Za-z0-9_-]{43}=");
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{64}");
  private static final Pattern KEY_AUTHORIZATION =
      Pattern.compile("[A-Za-z0-9_-]{16,128}\\.[A-Za-z0-9_-]{43}");

  /** {@code v=spf1 …}, {@code MS=…}, {@code some-site-verification=…}. */
  private static final Pattern TAGGED = Pattern.compile("(?s)[A-Za-z0-9._-]{1,60}[=:].+");

  /** A host name, such as the target of a CNAME entered as text. */
  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9_-]{1,63}\\.){2,}[A-Za-z]{2,24}\\.?");

  private static final Pattern WORDS = Pattern.compile("(?s).*\\S\\s+\\S.*|[A-Za-z .,!?-]{1,30}");

  /** What people write in the place of a value before they show a log. */
  private static final Pattern STAND_IN =
      Pattern.compile(
          "redact|remov|mask|hidden|snip|censor|priva|secret|token|value|string|random|digest|hash"
              + "|omit|obfuscat|anonym|replaced|challenge|\\bkey\\b|\\*\\*|\\.\\.|--|\u2026|^(.)\\1*$"
              + "|xxx|\\b(?:foo|bar|some|my|your|here|this|the)\\b",
          Pattern.CASE_INSENSITIVE);

  private TxtShape() {}

  static TxtDifference of(String found) {
    if (isEmpty(found)) {
      return TxtDifference.EMPTY;
    }
    if (DIGEST.matcher(found).matches()) {
      return TxtDifference.GENUINE_SHAPE;
    }
    if (PADDED.matcher(found).matches()) {
      return TxtDifference.PADDED_BASE64;
    }
    if (STANDARD.matcher(found).matches() && found.matches(".*[+/].*")) {
      return TxtDifference.STANDARD_BASE64;
    }
    if (HOST.matcher(found).matches()) {
      return TxtDifference.FOREIGN_TEXT;
    }
    if (HEX.matcher(found).matches()) {
      return TxtDifference.HEX_DIGEST;
    }
    if (KEY_AUTHORIZATION.matcher(found).matches()) {
      return TxtDifference.KEY_AUTHORIZATION;
    }
    return decorated(found);
  }

  private static TxtDifference decorated(String found) {
    if (DIGEST.matcher(withoutBlanks(found)).matches()) {
      // a blank within may be where a copy of the log was wrapped, and the value an older one
      return isBroken(found) ? TxtDifference.UNKNOWN : TxtDifference.WHITESPACE;
    }
    if (DIGEST.matcher(withoutQuotes(found)).matches()) {
      return TxtDifference.QUOTES;
    }
    boolean words = WORDS.matcher(found).matches() && !STAND_IN.matcher(found).find();
    boolean foreign = TAGGED.matcher(found).matches() || words;
    return foreign ? TxtDifference.FOREIGN_TEXT : TxtDifference.UNKNOWN;
  }

  /** Whether a blank or a line end stands between other characters. */
  private static boolean isBroken(String found) {
    return found.strip().chars().anyMatch(c -> c == ' ' || c == '\n');
  }

  static boolean isEmpty(String found) {
    return withoutBlanks(found).isEmpty();
  }

  /** The value without blanks of any kind, line ends and invisible characters. */
  static String withoutBlanks(String found) {
    StringBuilder kept = new StringBuilder(found.length());
    found
        .codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .filter(c -> Character.getType(c) != Character.FORMAT && !Character.isISOControl(c))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** The value without blanks, quotes and the backslashes before them. */
  static String withoutQuotes(String found) {
    return withoutBlanks(found).replaceAll("[\\\\\"'`\u2018\u2019\u201c\u201d]", "");
  }
}
