package certbotdoctor.catalog;

/**
 * A word that stands in every match of a pattern, by which a match is looked for.
 *
 * @param word the word
 * @param before what stands before it, apart from white space; empty where unknown
 * @param after what stands after it, apart from white space; empty where unknown
 * @param lookback how far before the word a match can begin, in characters
 * @param lookahead how far after the word's beginning a match can end
 */
record Anchor(String word, String before, String after, int lookback, int lookahead) {
  private static final int ASCII = 128;

  /** How much text it asks for. */
  int length() {
    return before.length() + word.length() + after.length();
  }

  /**
   * Whether the neighbours stand beside a word that was found.
   *
   * @param end the end of what stands before the word, by {@link #end}
   * @param start the start of what stands after the word, by {@link #start}
   */
  boolean fits(String text, int end, int start) {
    return (before.isEmpty() || text.startsWith(before, end - before.length()))
        && (after.isEmpty() || text.startsWith(after, start));
  }

  /** Where what stands before an offset ends, apart from white space. */
  static int end(String text, int at) {
    int end = at;
    while (end > 0 && isBlank(text, end - 1)) {
      end--;
    }
    return end;
  }

  /** Where what stands after an offset starts, apart from white space. */
  static int start(String text, int at) {
    int start = at;
    while (start < text.length() && isBlank(text, start)) {
      start++;
    }
    return start;
  }

  /**
   * Whether the neighbours stand beside a word of ASCII that was found in bytes; what is beyond
   * ASCII beside it counts as if they did.
   *
   * @param from where the text begins
   * @param end the end of what stands before the word, by {@link #end}
   * @param start the start of what stands after the word, by {@link #start}
   * @param to after the last byte
   */
  boolean mayFit(byte[] bytes, int from, int end, int start, int to) {
    return mayPrecede(bytes, from, end) && mayFollow(bytes, start, to);
  }

  /** Where what stands before an offset ends, apart from white space. */
  static int end(byte[] bytes, int from, int at, int to) {
    int end = at;
    while (end > from && isBlank(bytes, from, end - 1, to)) {
      end--;
    }
    return end;
  }

  /** Where what stands after an offset starts, apart from white space. */
  static int start(byte[] bytes, int from, int at, int to) {
    int start = Math.min(at, to);
    while (start < to && isBlank(bytes, from, start, to)) {
      start++;
    }
    return start;
  }

  private boolean mayPrecede(byte[] bytes, int from, int end) {
    int at = end;
    for (int i = before.length() - 1; i >= 0; i--) {
      at--;
      if (at < from || bytes[at] != before.charAt(i)) {
        return before.charAt(i) >= ASCII || (at >= from && bytes[at] < 0);
      }
    }
    return true;
  }

  private boolean mayFollow(byte[] bytes, int start, int to) {
    for (int i = 0; i < after.length(); i++) {
      if (start + i >= to || bytes[start + i] != after.charAt(i)) {
        return after.charAt(i) >= ASCII || (start + i < to && bytes[start + i] < 0);
      }
    }
    return true;
  }

  private static boolean isBlank(byte[] bytes, int from, int at, int to) {
    byte b = bytes[at];
    return (b > 0 && Character.isWhitespace(b))
        || (b == '\\' && at + 1 < to && isEscape(bytes[at + 1]))
        || (at > from && bytes[at - 1] == '\\' && isEscape(b));
  }

  private static boolean isEscape(int c) {
    return c == 'n' || c == 'r' || c == 't';
  }

  /** White space, or one half of an escaped line end. */
  private static boolean isBlank(String text, int at) {
    char c = text.charAt(at);
    return Character.isWhitespace(c)
        || (c == '\\' && isEscape(text, at + 1))
        || (at > 0 && text.charAt(at - 1) == '\\' && isEscape(text, at));
  }

  private static boolean isEscape(String text, int at) {
    return at < text.length() && isEscape(text.charAt(at));
  }
}
