package certbotdoctor.log;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Ends where reading fails, so that what came before is read like any input; {@link #close} then
 * throws what went wrong.
 */
final class SalvagedStream extends FilterInputStream {
  private @Nullable IOException failure;

  SalvagedStream(InputStream in) {
    super(in);
  }

  /** Whether reading has failed so far. */
  boolean failed() {
    return failure != null;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (failure != null) {
      return -1;
    }
    try {
      return in.read(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
      return -1;
    }
  }

  @Override
  public int available() {
    return 0; // a stream that has failed within a read would throw here what it has not yet said
  }

  @Override
  public void close() throws IOException {
    in.close();
    if (failure != null) {
      throw failure;
    }
  }
}
