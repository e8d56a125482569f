package certbotdoctor.log;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells how wide the terminal was that cut the lines of an input at its right edge. A text that was
 * wrapped between words has lines of many lengths; a cut one has none that is longer than the edge,
 * few that are a little shorter, and words that go on after it.
 */
final class CutWidth {
  /** How many of an input's first bytes tell. */
  static final int HEAD = 32 * 1024;

  private static final int NARROWEST = 79;
  private static final int WIDEST = 400;

  /** Cut lines that tell, where all else speaks for it, and where not all does. */
  private static final int FEW = 2;

  private static final int MANY = 3;

  /** How much shorter the lines of a text wrapped between words often are. */
  private static final int LITTLE = 8;

  private CutWidth() {}

  /** The width in characters; 0 where lines were not cut. */
  static int of(byte[] head) {
    List<Integer> starts = starts(head);
    int longest = 0;
    for (int i = 0; i + 1 < starts.size(); i++) {
      longest = Math.max(longest, length(head, starts.get(i), starts.get(i + 1)));
      if (longest > WIDEST) {
        return 0;
      }
    }
    if (longest < NARROWEST) {
      return 0;
    }
    int full = 0;
    int words = 0;
    int shorter = 0;
    for (int i = 0; i + 1 < starts.size(); i++) {
      int length = length(head, starts.get(i), starts.get(i + 1));
      if (length == longest) {
        full++;
        words += goesOn(head, starts.get(i + 1)) ? 1 : 0;
      } else if (length >= longest - LITTLE) {
        shorter++;
      }
    }
    boolean few = full >= FEW && words == full && shorter == 0;
    boolean many = words >= MANY && 2 * words >= full && 2 * shorter <= full;
    return few || many ? longest : 0;
  }

  /** Where lines begin, and the end of the last one that is there as a whole. */
  private static List<Integer> starts(byte[] head) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < head.length; i++) {
      if (head[i] == '\n') {
        starts.add(i + 1);
      }
    }
    return starts;
  }

  /** Characters of a line of UTF-8, without its end. */
  static int length(byte[] bytes, int from, int to) {
    int length = 0;
    for (int i = from; i < to; i++) {
      boolean end = bytes[i] == '\n' || bytes[i] == '\r';
      length += end || (bytes[i] & 0xc0) == 0x80 ? 0 : 1;
    }
    return length;
  }

  /** Whether a word goes on over the end of the line before an offset. */
  private static boolean goesOn(byte[] head, int next) {
    int last = next - 2;
    if (last >= 0 && head[last] == '\r') {
      last--;
    }
    return next < head.length && last >= 0 && isOfWord(head[last]) && isOfWord(head[next]);
  }

  private static boolean isOfWord(byte b) {
    return Character.isLetterOrDigit((char) (b & 0x7f));
  }
}
