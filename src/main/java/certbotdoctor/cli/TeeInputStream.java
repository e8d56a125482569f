package certbotdoctor.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** Copies what is read, as it comes. */
final class TeeInputStream extends FilterInputStream {
  private final PrintStream copy;

  TeeInputStream(InputStream in, PrintStream copy) {
    super(in);
    this.copy = copy;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) {
      copy.write(one);
      copy.flush();
    }
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count > 0) {
      copy.write(bytes, offset, count);
      copy.flush();
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
