package certbotdoctor.report;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out values that follow the name of a secret: in INI files, JSON, query strings, HTTP
 * headers, command lines and Python's representations of dictionaries, lists and tuples.
 */
final class NamedSecrets {
  /** Names end with one of these; what comes before is a prefix such as {@code dns_gandi_api_}. */
  private static final String WORDS =
      "password|passwd|passphrase|pwd|secret|token|(?:[-_.]|api|app|access|auth|account|shared"
          + "|consumer|application|private|hmac|tsig|access|secretapi)key|private_key_id|nonce|jwt"
          + "|signature|csrf|session_?id|otp";

  /** Names that count only as they stand. */
  private static final String WHOLE_NAMES = "key|sig|hmac|payload|protected|eab-kid";

  /** HTTP headers, whose value is the rest of the line. */
  private static final String HEADERS =
      "authorization|proxy-authorization|cookie|set-cookie|replay-nonce";

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?:(?<![\\w.-])|(?<=\\\\[nrt]))(?:(?<header>"
              + HEADERS
              + ")|(?<whole>"
              + WHOLE_NAMES
              + ")|(?<name>[\\w.-]{0,60}?(?:"
              + WORDS
              + ")))(?<gap>\\\\?[\"']?\\s{0,4}(?:=>|[:=](?![:=]))\\s{0,4}"
              + "|\\\\?[\"']\\s{0,2},\\s{0,2}(?=[bu]?[\"'])|\\s{1,4}(?=[\"'])|(?<blank>[ \\t]+))");

  private static final Pattern HARMLESS =
      Pattern.compile(
          "(?i)(?:an?|and|are|be|cannot|can|does|error|expired|failed|false|for|from|has|in|invalid"
              + "|is|it|malformed|missing|must|no|none|not|null|of|on|or|please|required|the|this"
              + "|to|true|unknown|unauthorized|was|wrong|you|your)[.:,;!?]?"
              + "|your[-_].*|<[^>]*>|\\$\\{?\\w+}?|\\*+|x+|\\.+");

  private static final Pattern FILE_PATH =
      Pattern.compile(
          "(?:~|/(?:etc|root|home|var|usr|opt|run|tmp|srv|mnt|data|Users))/[\\w./@~ -]+");

  private static final Pattern CHALLENGE =
      Pattern.compile(
          "[\"']type\\\\?[\"']\\s*:\\s*\\\\?[\"'](?:http|dns|tls-alpn|tls-sni|dns-account|dns-persist)-01");

  private static final Set<String> PUBLIC_NAMES = Set.of("certbot_token", "public_key");
  private static final int OBJECT_REACH = 4000;
  private static final int SHORTEST_PLAIN_KEY = 12;
  private static final int LONGEST_NAME = 200;

  String redact(String text) {
    Matcher name = NAME.matcher(text);
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    int from = 0;
    while (from <= text.length() && name.find(from)) {
      from = name.end();
      if (!namesSecret(text, name)) {
        continue;
      }
      Value value = new Value(text, name.end(), name.group("header") != null);
      if (value.end > value.start && isSecret(text, name, value)) {
        out.append(text, done, value.start).append(Redactor.MARK);
        done = value.end;
        from = value.end;
      }
    }
    return out.append(text, done, text.length()).toString();
  }

  /** Whether the name alone says that a secret follows. */
  private static boolean namesSecret(String text, Matcher name) {
    if (name.group("header") != null) {
      return !text.startsWith("key ", Math.max(0, name.start() - 4));
    }
    String word = text.substring(name.start(), name.start("gap"));
    boolean option = word.startsWith("-");
    return (name.group("blank") == null || option)
        && !PUBLIC_NAMES.contains(word.toLowerCase(Locale.ROOT));
  }

  private static boolean isSecret(String text, Matcher name, Value value) {
    String shown = text.substring(value.start, Math.min(value.end, value.start + 300));
    if (shown.startsWith(Redactor.MARK)
        || HARMLESS.matcher(shown).matches()
        || FILE_PATH.matcher(shown).matches()) {
      return false;
    }
    if (name.group("blank") != null && shown.startsWith("-")) {
      return false;
    }
    if (name.group("whole") != null) {
      return value.quoted ? value.isToken() : value.end - value.start >= SHORTEST_PLAIN_KEY;
    }
    return !("token".equals(name.group("name")) && isChallengeToken(text, name.start(), value));
  }

  /** RFC 8555 section 8: a challenge is an object with a type, a URL and a token. */
  private static boolean isChallengeToken(String text, int start, Value value) {
    String before = text.substring(Math.max(0, start - OBJECT_REACH), start);
    String after = text.substring(value.end, Math.min(text.length(), value.end + OBJECT_REACH));
    int close = after.indexOf('}');
    String object =
        before.substring(before.lastIndexOf('{') + 1)
            + after.substring(0, close < 0 ? after.length() : close);
    return CHALLENGE.matcher(object).find();
  }

  /** Where a value begins and ends. */
  private static final class Value {
    private static final String STOPS = "\"'&,;<>(){}|\\";

    private final String text;
    private final boolean quoted;
    private final int start;
    private final int end;

    Value(String text, int at, boolean header) {
      this.text = text;
      int begin = at;
      while (begin < text.length()
          && (text.charAt(begin) == '[' && !text.startsWith(Redactor.MARK, begin))) {
        begin++;
      }
      if (begin + 1 < text.length()
          && "bBuU".indexOf(text.charAt(begin)) >= 0
          && "\"'".indexOf(text.charAt(begin + 1)) >= 0) {
        begin++;
      }
      int escaped = text.startsWith("\\\"", begin) || text.startsWith("\\'", begin) ? 1 : 0;
      int mark = begin + escaped;
      quoted = mark < text.length() && "\"'".indexOf(text.charAt(mark)) >= 0;
      start = quoted ? mark + 1 : begin;
      end = quoted ? closing(text.charAt(mark), escaped == 1) : plainEnd(header, lineStart(at));
    }

    boolean isToken() {
      return text.substring(start, end).chars().noneMatch(Character::isWhitespace);
    }

    /** The closing quote, or the end of a text that is cut off. */
    private int closing(char quote, boolean escaped) {
      int at = start;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == '\\' && at + 1 < text.length()) {
          if (escaped && text.charAt(at + 1) == quote) {
            return at;
          }
          at += 2;
        } else if (c == quote) {
          return at;
        } else {
          at++;
        }
      }
      return text.length();
    }

    /** Whether the name began its line, as in an INI file. */
    private boolean lineStart(int at) {
      String before = text.substring(Math.max(0, at - LONGEST_NAME), at);
      String line = before.substring(before.lastIndexOf('\n') + 1);
      boolean whole = line.length() < before.length() || at <= LONGEST_NAME;
      int equals = line.indexOf('=');
      return whole
          && equals > 0
          && line.substring(0, equals).strip().chars().noneMatch(Character::isWhitespace);
    }

    private int plainEnd(boolean header, boolean ini) {
      int at = start;
      while (at < text.length()) {
        char c = text.charAt(at);
        boolean stop =
            (header || ini)
                ? c == '\n' || c == '\r' || (header && (c == '"' || c == '\'' || c == '\\'))
                : Character.isWhitespace(c) || STOPS.indexOf(c) >= 0;
        if (stop) {
          break;
        }
        at++;
      }
      while (at > start && Character.isWhitespace(text.charAt(at - 1))) {
        at--;
      }
      return at;
    }
  }
}
