package certbotdoctor.log;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of lines that are changed one by one. */
abstract class LineFilter extends FilterInputStream {
  private static final byte[] END = {};

  /** Longer lines are given in pieces. */
  private static final int LONGEST = 64 * 1024;

  private byte[] line = END;
  private int at;
  private byte[] ahead = END;
  private boolean started;

  LineFilter(InputStream in) {
    super(in);
  }

  /**
   * What stands for a line; nothing where it falls away.
   *
   * @param line the line with its end, or a piece of an overlong one
   * @param next the one that follows; empty at the end
   */
  abstract byte[] changed(byte[] line, byte[] next);

  @Override
  public int read() throws IOException {
    return fill() ? line[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, line.length - at);
    System.arraycopy(line, at, into, offset, count);
    at += count;
    return count;
  }

  @Override
  public int available() {
    return line.length - at;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Whether there is a byte to give; reads on where the line is used up. */
  private boolean fill() throws IOException {
    if (!started) {
      started = true;
      ahead = next();
    }
    while (at == line.length) {
      if (ahead.length == 0) {
        return false;
      }
      byte[] raw = ahead;
      ahead = next();
      line = changed(raw, ahead);
      at = 0;
    }
    return true;
  }

  /** The next line with its end; empty at the end of the input. */
  private byte[] next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    int b = 0;
    while (b != '\n' && bytes.size() < LONGEST && (b = in.read()) >= 0) {
      bytes.write(b);
    }
    return bytes.toByteArray();
  }
}
