package certbotdoctor.event;

/** Lines around an offset, so far as they matter: a log may be one line of a megabyte. */
final class Lines {
  /** How far before an offset its line is looked at. */
  static final int REACH = 4000;

  private Lines() {}

  /** The start of an offset's line, or the place this far before the offset where it is nearer. */
  static int start(String text, int at, int reach) {
    int from = Math.max(0, at - reach);
    for (int i = Math.min(at, text.length()) - 1; i >= from; i--) {
      if (text.charAt(i) == '\n') {
        return i + 1;
      }
    }
    return from;
  }

  /** Whether there is only white space between two offsets. */
  static boolean blank(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The end of an offset's line, or the place this far behind the offset where it is nearer. */
  static int end(String text, int at, int reach) {
    int to = Math.min(text.length(), at + reach);
    for (int i = at; i < to; i++) {
      if (text.charAt(i) == '\n') {
        return i;
      }
    }
    return Math.max(at, to);
  }
}
