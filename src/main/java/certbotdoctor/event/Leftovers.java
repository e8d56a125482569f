package certbotdoctor.event;

import java.util.List;

/** Lines of text without record headers that nothing understood. */
final class Leftovers {
  private Leftovers() {}

  /**
   * Adds an event for each stretch of such lines.
   *
   * @return the number of lines with text, and of those that are understood
   */
  static long[] add(Page page, List<Page.Placed> placed) {
    long lines = 0;
    long understood = 0;
    int unknownFrom = -1;
    int start = 0;
    String text = page.text();
    while (start < text.length()) {
      int end = page.lineEnd(start);
      boolean blank = text.substring(start, end).isBlank();
      boolean known = page.understood(start, end) || decoration(text, start, end);
      if (!blank) {
        lines++;
        understood += known ? 1 : 0;
      }
      if (!blank && !known && unknownFrom < 0) {
        unknownFrom = start;
      } else if ((blank || known) && unknownFrom >= 0) {
        unknown(page, placed, unknownFrom, start);
        unknownFrom = -1;
      }
      start = end + 1;
    }
    if (unknownFrom >= 0) {
      unknown(page, placed, unknownFrom, text.length());
    }
    return new long[] {lines, understood};
  }

  private static void unknown(Page page, List<Page.Placed> placed, int from, int to) {
    String words = page.text().substring(from, to).strip();
    placed.add(new Page.Placed(from, new Event.Unknown(page.origin(from, to), words)));
  }

  /** Rules of dashes and the like. */
  private static boolean decoration(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if ("-=*~_# \t.".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
