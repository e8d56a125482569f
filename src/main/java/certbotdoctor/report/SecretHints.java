package certbotdoctor.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words without which a text holds no secret of some kind, looked for in one pass: most text has
 * none of them, and need not be searched by the patterns of secrets.
 */
final class SecretHints {
  /** A private key. */
  static final int ARMOUR = 1;

  /** An address with user information. */
  static final int ADDRESS = 1 << 1;

  /** A token in compact JSON notation. */
  static final int COMPACT = 1 << 2;

  /** Credentials behind the name of a scheme. */
  static final int SCHEME = 1 << 3;

  /** An access key id of AWS. */
  static final int ACCESS_KEY = 1 << 4;

  /** A TSIG key behind its algorithm. */
  static final int ALGORITHM = 1 << 5;

  /** Something behind the word "key". */
  static final int KEY = 1 << 6;

  /** A token that names its issuer. */
  static final int ISSUER = 1 << 7;

  /** A value behind a name. */
  static final int NAMED = 1 << 8;

  private static final int ASCII = 128;

  private record Hint(String word, int kinds) {}

  private static final List<Hint> HINTS = hints();
  private static final @Nullable Hint[][] BY_FIRST = byFirst();
  private static final boolean[] PAIRS = pairs();

  private SecretHints() {}

  private static List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    add(hints, ARMOUR, "-----begin ");
    add(hints, ADDRESS, "://");
    add(hints, COMPACT, "eyj");
    add(hints, SCHEME, "bearer", "basic");
    add(hints, ACCESS_KEY, "akia", "asia");
    add(hints, ALGORITHM | NAMED, "hmac");
    add(hints, KEY | SCHEME | NAMED, "key");
    add(hints, ISSUER, "dop_v1_", "doo_v1_", "ghp_", "gho_", "glpat-", "hvs.", "xox", "sk_live_");
    add(hints, ISSUER, "ya29.", "aiza", "v1.0-");
    add(hints, NAMED, "password", "passwd", "passphrase", "pwd", "secret", "token", "nonce", "jwt");
    add(hints, NAMED, "sig", "csrf", "session", "otp", "payload", "protected", "eab-kid");
    add(hints, NAMED, "authorization", "cookie");
    return hints;
  }

  private static void add(List<Hint> hints, int kinds, String... words) {
    for (String word : words) {
      hints.add(new Hint(word, kinds));
    }
  }

  private static @Nullable Hint[][] byFirst() {
    @Nullable Hint[][] table = new @Nullable Hint[ASCII][];
    for (int first = 0; first < ASCII; first++) {
      List<Hint> same = new ArrayList<>();
      for (Hint hint : HINTS) {
        if (hint.word.charAt(0) == first) {
          same.add(hint);
        }
      }
      if (!same.isEmpty()) {
        table[first] = same.toArray(Hint[]::new);
      }
    }
    return table;
  }

  /** Whether a hint begins with two characters, by the first and the second. */
  private static boolean[] pairs() {
    boolean[] pairs = new boolean[ASCII * ASCII];
    for (Hint hint : HINTS) {
      pairs[pair(hint.word.charAt(0), hint.word.charAt(1))] = true;
    }
    return pairs;
  }

  private static int pair(int first, int second) {
    return first * ASCII + second;
  }

  /** The kinds of secrets that a text may hold. */
  static int in(String text) {
    int found = 0;
    int first = text.isEmpty() ? 0 : lower(text.charAt(0));
    for (int at = 1; at < text.length(); at++) {
      int second = lower(text.charAt(at));
      if (first < ASCII && second < ASCII && PAIRS[pair(first, second)]) {
        found |= at(text, at - 1, BY_FIRST[first]);
      }
      first = second;
    }
    return found;
  }

  private static int at(String text, int at, Hint @Nullable [] candidates) {
    int found = 0;
    if (candidates != null) {
      for (Hint hint : candidates) {
        if (begins(text, at, hint.word)) {
          found |= hint.kinds;
        }
      }
    }
    return found;
  }

  private static boolean begins(String text, int at, String word) {
    if (word.length() > text.length() - at) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (lower(text.charAt(at + i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Patterns that heed no case fold ASCII letters only, and so does this. */
  private static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }
}
