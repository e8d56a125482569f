package certbotdoctor.text;

import certbotdoctor.core.SourceSpan;
import java.util.Arrays;

/** Text with a map from its characters to the lines of the input that they come from. */
public final class CleanText {
  private final String text;
  private final SourceSpan span;
  private final int[] starts;
  private final long[] lines;
  private final long[] bytes;

  /**
   * Text and its origin.
   *
   * @param text the text, lines ended by {@code \n}
   * @param span where the whole stands
   * @param starts offset of each line in the text, ascending, first 0
   * @param lines number of the input line that each comes from
   * @param bytes offset of that input line in the input
   */
  CleanText(String text, SourceSpan span, int[] starts, long[] lines, long[] bytes) {
    this.text = text;
    this.span = span;
    this.starts = starts;
    this.lines = lines;
    this.bytes = bytes;
  }

  /** The text. */
  public String text() {
    return text;
  }

  /** Where the whole stands. */
  public SourceSpan span() {
    return span;
  }

  /** The place of a part of the text, in whole lines. */
  public SourceSpan span(int from, int to) {
    if (starts.length == 0) {
      return span;
    }
    int first = index(Math.max(0, from));
    int last = Math.max(first, index(Math.max(from, to - 1)));
    long end = last + 1 < bytes.length ? Math.max(bytes[last + 1], bytes[first]) : span.endByte();
    return new SourceSpan(
        span.source(), bytes[first], Math.max(bytes[first], end), lines[first], lines[last]);
  }

  private int index(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }
}
