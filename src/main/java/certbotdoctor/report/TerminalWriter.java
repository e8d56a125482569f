package certbotdoctor.report;

import java.io.IOException;
import java.io.Writer;

/**
 * Lays out the lines that a terminal template writes: wraps them to a width with a hanging indent,
 * drops empty ones, and folds to ASCII where wanted. Marks in a line tell what to do with it; they
 * are control characters, which no escaped value can hold.
 */
final class TerminalWriter extends Writer {
  /** Continuation lines are indented to where this stands. */
  static final char HANG = '\u0001';

  /** The line is not wrapped: something to copy. */
  static final char WHOLE = '\u0002';

  /** The line is an empty one; others that are empty are layout of the template, and vanish. */
  static final char GAP = '\u0003';

  private final Appendable out;
  private final LineWrapper wrapper;
  private final boolean ascii;
  private final StringBuilder line = new StringBuilder();
  private boolean gap;
  private boolean started;

  TerminalWriter(Appendable out, int width, boolean ascii) {
    this.out = out;
    this.wrapper = new LineWrapper(width);
    this.ascii = ascii;
  }

  @Override
  public void write(char[] chars, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      if (chars[i] == '\n') {
        end();
      } else {
        line.append(chars[i]);
      }
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() throws IOException {
    end();
  }

  private void end() throws IOException {
    String text = line.toString().stripTrailing();
    line.setLength(0);
    if (text.indexOf(GAP) >= 0) {
      gap = started;
    } else if (!text.isBlank()) {
      if (gap) {
        out.append('\n');
      }
      gap = false;
      started = true;
      emit(ascii ? AsciiFold.of(text) : text);
    }
  }

  private void emit(String text) throws IOException {
    if (text.indexOf(WHOLE) >= 0) {
      out.append(text.replace(String.valueOf(WHOLE), "")).append('\n');
    } else {
      for (String row : wrapper.wrap(text)) {
        out.append(row).append('\n');
      }
    }
  }
}
