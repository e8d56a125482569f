package certbotdoctor.rules;

/** Words for a POSIX shell. */
public final class ShellWord {
  /** What a shell leaves alone, besides letters and digits. */
  private static final String SAFE = "_@%+=:,./-";

  private ShellWord() {}

  /** A value as one word: as it is where that is safe, in single quotes where not. */
  public static String of(String value) {
    if (isSafe(value)) {
      return value;
    }
    StringBuilder quoted = new StringBuilder("'");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\'') {
        quoted.append("'\\''");
      } else if (c >= ' ' && c != '\u007f') {
        quoted.append(c);
      }
    }
    return quoted.append('\'').toString();
  }

  private static boolean isSafe(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (c < '0' || c > '9') && SAFE.indexOf(c) < 0) {
        return false;
      }
    }
    return !value.isEmpty();
  }
}
