package certbotdoctor.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-16 with a byte order mark, as Windows shells write it, read as UTF-8. */
final class Utf16 extends InputStream {
  private final Reader chars;
  private final char[] block = new char[8192];
  private byte[] bytes = new byte[0];
  private int next;
  private int carried;

  private Utf16(InputStream in, Charset charset) {
    this.chars = new InputStreamReader(in, charset);
  }

  /** The stream as UTF-8 without byte order mark; a stream without mark as it is. */
  static InputStream decoded(InputStream in, byte[] head) throws IOException {
    if (head.length >= 3
        && (head[0] & 0xff) == 0xef
        && (head[1] & 0xff) == 0xbb
        && (head[2] & 0xff) == 0xbf) {
      in.skipNBytes(3);
      return in;
    }
    if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
      in.skipNBytes(2);
      return new Utf16(in, StandardCharsets.UTF_16LE);
    }
    if (head.length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
      in.skipNBytes(2);
      return new Utf16(in, StandardCharsets.UTF_16BE);
    }
    return in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (next == bytes.length) {
      int read = chars.read(block, carried, block.length - carried);
      if (read < 0) {
        if (carried == 0) {
          return -1;
        }
        read = 0;
      }
      encode(carried + read, read == 0);
    }
    int count = Math.min(length, bytes.length - next);
    System.arraycopy(bytes, next, target, offset, count);
    next += count;
    return count;
  }

  /** Encodes the block; a high surrogate at its end waits for its other half. */
  private void encode(int length, boolean last) {
    boolean half = !last && length > 0 && Character.isHighSurrogate(block[length - 1]);
    int whole = half ? length - 1 : length;
    bytes = new String(Arrays.copyOf(block, whole)).getBytes(StandardCharsets.UTF_8);
    next = 0;
    carried = half ? 1 : 0;
    if (half) {
      block[0] = block[length - 1];
    }
  }

  @Override
  public void close() throws IOException {
    chars.close();
  }
}
