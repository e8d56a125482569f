package certbotdoctor.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;

/** A writer onto an appendable that closes and flushes nothing. */
final class AppendableWriter extends Writer {
  private final Appendable out;

  AppendableWriter(Appendable out) {
    this.out = out;
  }

  @Override
  public void write(char[] chars, int offset, int length) throws IOException {
    if (out instanceof StringBuilder builder) {
      builder.append(chars, offset, length);
    } else if (out instanceof Writer writer) {
      writer.write(chars, offset, length);
    } else {
      out.append(CharBuffer.wrap(chars, offset, length));
    }
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    out.append(text, offset, offset + length);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
