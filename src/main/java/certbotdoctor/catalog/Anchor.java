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
  /** How much text it asks for. */
  int length() {
    return before.length() + word.length() + after.length();
  }

  /** Whether the neighbours stand beside a word that was found. */
  boolean fits(String text, int at) {
    return precededBy(text, at) && followedBy(text, at + word.length());
  }

  private boolean precededBy(String text, int at) {
    int end = at;
    while (end > 0 && isBlank(text, end - 1)) {
      end--;
    }
    return before.isEmpty() || text.startsWith(before, end - before.length());
  }

  private boolean followedBy(String text, int at) {
    int start = at;
    while (start < text.length() && isBlank(text, start)) {
      start++;
    }
    return after.isEmpty() || text.startsWith(after, start);
  }

  /** White space, or one half of an escaped line end. */
  private static boolean isBlank(String text, int at) {
    char c = text.charAt(at);
    return Character.isWhitespace(c)
        || (c == '\\' && isEscape(text, at + 1))
        || (at > 0 && text.charAt(at - 1) == '\\' && isEscape(text, at));
  }

  private static boolean isEscape(String text, int at) {
    return at < text.length() && "nrt".indexOf(text.charAt(at)) >= 0;
  }
}
