package certbotdoctor.event;

import org.jspecify.annotations.Nullable;

/** Python's {@code repr} of bytes, as certbot on Python 3 logs request payloads. */
final class PythonRepr {
  private PythonRepr() {}

  /** The ASCII text of {@code b'…'}; null where it is none or is cut off. */
  static @Nullable String bytes(String repr) {
    if (repr.length() < 3 || repr.charAt(0) != 'b') {
      return null;
    }
    char quote = repr.charAt(1);
    StringBuilder text = new StringBuilder(repr.length());
    for (int i = 2; i < repr.length(); i++) {
      char c = repr.charAt(i);
      if (c == quote) {
        return text.toString();
      }
      if (c != '\\' || i + 1 == repr.length()) {
        text.append(c);
        continue;
      }
      char escaped = repr.charAt(++i);
      switch (escaped) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'x' -> i = hex(repr, i + 1, text);
        default -> text.append(escaped);
      }
    }
    return null;
  }

  private static int hex(String repr, int from, StringBuilder text) {
    if (from + 2 > repr.length()) {
      return repr.length();
    }
    int high = Character.digit(repr.charAt(from), 16);
    int low = Character.digit(repr.charAt(from + 1), 16);
    text.append(high < 0 || low < 0 ? '\ufffd' : (char) (16 * high + low));
    return from + 1;
  }
}
