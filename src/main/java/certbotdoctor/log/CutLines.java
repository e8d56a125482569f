package certbotdoctor.log;

import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines that a terminal cut at its right edge, in the middle of words, and that were copied so:
 * they are put together before anything is read, because such a cut goes through every keyword.
 * Line numbers are then those of the whole lines.
 */
final class CutLines extends LineFilter {
  private final int width;

  private CutLines(InputStream in, int width) {
    super(in);
    this.width = width;
  }

  /**
   * The content with its lines whole.
   *
   * @param head its first bytes, which tell: {@link CutWidth#HEAD} of them, or all that there are
   */
  static InputStream joined(InputStream in, byte[] head) {
    int width = CutWidth.of(head);
    return width == 0 ? in : new CutLines(in, width);
  }

  /** A full line without its end, where the next one goes on with it. */
  @Override
  byte[] changed(byte[] line, byte[] next) {
    boolean cut =
        next.length > 0
            && CutWidth.length(line, 0, line.length) == width
            && CutWidth.length(next, 0, next.length) > 0
            && !RecordHeader.at(next, 0, next.length);
    if (!cut) {
      return line;
    }
    int end = line.length;
    while (end > 0 && (line[end - 1] == '\n' || line[end - 1] == '\r')) {
      end--;
    }
    return Arrays.copyOf(line, end);
  }
}
