package certbotdoctor.text;

import certbotdoctor.text.TextCleaner.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins lines that a terminal cut at its right edge, in the middle of words, and that were copied
 * so. A text that was wrapped between words has lines of many lengths; a cut one has none that is a
 * little shorter than the longest.
 */
final class HardWrap {
  private static final int NARROWEST = 79;
  private static final int FEWEST = 3;

  /** How much shorter the lines of a text wrapped between words often are. */
  private static final int LITTLE = 8;

  private HardWrap() {}

  /** The lines, whole again; as they are where they were not cut. */
  static List<Line> joined(List<Line> lines) {
    int width = width(lines);
    if (width == 0) {
      return lines;
    }
    List<Line> whole = new ArrayList<>(lines.size());
    StringBuilder text = new StringBuilder();
    Line first = null;
    for (Line line : lines) {
      first = first == null ? line : first;
      text.append(line.text());
      if (line.text().length() < width) {
        whole.add(first.with(text.toString()));
        text.setLength(0);
        first = null;
      }
    }
    if (first != null) {
      whole.add(first.with(text.toString()));
    }
    return whole;
  }

  /** The terminal's width; 0 where lines were not cut. */
  private static int width(List<Line> lines) {
    int longest = 0;
    for (Line line : lines) {
      longest = Math.max(longest, line.text().length());
    }
    if (longest < NARROWEST) {
      return 0;
    }
    int cut = 0;
    int shorter = 0;
    for (Line line : lines) {
      int length = line.text().length();
      if (length == longest && isWord(line.text(), length - 1)) {
        cut++;
      } else if (length < longest && length >= longest - LITTLE) {
        shorter++;
      }
    }
    return cut >= FEWEST && 2 * shorter <= cut ? longest : 0;
  }

  /** A line of dashes or boxes is as wide as a terminal without being cut. */
  private static boolean isWord(String text, int at) {
    return Character.isLetterOrDigit(text.charAt(at)) || !text.startsWith("- - -");
  }
}
