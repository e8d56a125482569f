package certbotdoctor.ca;

/** Undoes the escapes that a problem text picked up on its way: JSON, HTML, Go's {@code %q}. */
final class Escapes {
  private static final String[][] ENTITIES = {
    {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#34;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}
  };

  private Escapes() {}

  /**
   * The text as the CA wrote it. A detail quotes with bare quotes, so a text whose first quote
   * stands behind a backslash is the inside of a JSON string. The escapes of angle brackets and
   * ampersands, which only JSON encoders write, are undone in any text.
   */
  static String undo(String text) {
    String plain = text;
    if (plain.indexOf('\\') >= 0) {
      int quote = plain.indexOf('"');
      boolean insideJson = quote > 0 && plain.charAt(quote - 1) == '\\';
      plain = insideJson ? unescape(plain) : undoJsonBrackets(plain);
    }
    return plain.indexOf('&') < 0 ? plain : undoEntities(plain);
  }

  /**
   * The value of a quoted string: Go's {@code %q} without its quotes and escapes. Text that is not
   * in quotes is returned as it is.
   */
  static String unquote(String quoted) {
    int last = quoted.length() - 1;
    if (last < 1 || !isQuote(quoted.charAt(0)) || !isQuote(quoted.charAt(last))) {
      return quoted;
    }
    return unescape(quoted.substring(1, last));
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\u201c' || c == '\u201d';
  }

  private static String undoJsonBrackets(String text) {
    return text.replace("\\u003c", "<").replace("\\u003e", ">").replace("\\u0026", "&");
  }

  private static String undoEntities(String text) {
    String plain = text;
    for (String[] entity : ENTITIES) {
      plain = plain.replace(entity[0], entity[1]);
    }
    return plain;
  }

  /** Undoes backslash escapes; an escape that is none stays as it is. */
  static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      at += appendOne(text, at, plain);
    }
    return plain.toString();
  }

  /** Appends what stands at a position and returns how many characters that was. */
  private static int appendOne(String text, int at, StringBuilder plain) {
    char c = text.charAt(at);
    if (c != '\\' || at + 1 == text.length()) {
      plain.append(c);
      return 1;
    }
    char kind = text.charAt(at + 1);
    int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits > 0) {
      int code = hex(text, at + 2, digits);
      if (code < 0) {
        plain.append(c);
        return 1;
      }
      plain.appendCodePoint(code);
      return 2 + digits;
    }
    int simple = "abfnrtv\"'\\/".indexOf(kind);
    if (simple < 0) {
      plain.append(c);
      return 1;
    }
    plain.append("\u0007\b\f\n\r\t\u000b\"'\\/".charAt(simple));
    return 2;
  }

  /** The code point in hexadecimal digits, or -1 where there is none. */
  private static int hex(String text, int from, int digits) {
    if (from + digits > text.length()) {
      return -1;
    }
    int code = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || code > Character.MAX_CODE_POINT) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return Character.isValidCodePoint(code) ? code : -1;
  }
}
