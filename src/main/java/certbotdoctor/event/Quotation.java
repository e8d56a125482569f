package certbotdoctor.event;

/**
 * Quoted strings in lines of logs: where the one ends that an offset stands in, and its escapes.
 */
final class Quotation {
  private Quotation() {}

  /**
   * The end of the quoted string around an offset, or of the text where it is not quoted. Only
   * quotes of the same line, before the offset, count as opening.
   */
  static int end(String text, int offset) {
    char quote = around(text, offset);
    if (quote == 0) {
      return text.length();
    }
    char closing = quote == '“' ? '”' : quote;
    for (int i = offset; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == closing) {
        return i;
      } else if (c == '\n' && text.startsWith("\n\n", i)) {
        return i;
      }
    }
    return text.length();
  }

  /** The text between two offsets with the escapes of the quoted string around it undone. */
  static String unescaped(String text, int start, int end) {
    String part = text.substring(start, end);
    if (around(text, start) == 0 || part.indexOf('\\') < 0) {
      return part;
    }
    StringBuilder plain = new StringBuilder(part.length());
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c != '\\' || i + 1 == part.length()) {
        plain.append(c);
        continue;
      }
      char next = part.charAt(++i);
      switch (next) {
        case 'n', 'r', 't' -> plain.append(' ');
        case '"', '\'', '\\', '/' -> plain.append(next);
        default -> plain.append(c).append(next);
      }
    }
    return plain.toString();
  }

  /** The quote that opens the string around an offset, 0 where there is none. */
  private static char around(String text, int offset) {
    int from = Lines.start(text, offset, Lines.REACH);
    char open = 0;
    for (int i = from; i < offset; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (open == 0) {
        open = opening(text, i, from);
      } else if (c == (open == '“' ? '”' : open)) {
        open = 0;
      }
    }
    return open;
  }

  /** A quote opens a string at the start of a word only, so that an apostrophe does not. */
  private static char opening(String text, int at, int lineStart) {
    char c = text.charAt(at);
    if (c != '"' && c != '\'' && c != '“') {
      return 0;
    }
    char before = at > lineStart ? text.charAt(at - 1) : ' ';
    return Character.isLetterOrDigit(before) && before != 'u' && before != 'b' ? 0 : c;
  }
}
