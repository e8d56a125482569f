package certbotdoctor.grammar;

import org.antlr.v4.runtime.misc.Interval;

/**
 * Characters for a lexer whose words are ASCII: every other character looks like DEL, because the
 * table of a lexer knows ASCII only. Offsets are UTF-16 code units of the text, and {@link #getText}
 * gives the text as it is.
 */
public final class AsciiStream extends TextStream {
  private static final int OTHER = 0x7f;

  private final String text;

  /** Streams a text. */
  public AsciiStream(String text) {
    this.text = text;
  }

  @Override
  public String getText(Interval interval) {
    int end = Math.min(interval.b + 1, text.length());
    return interval.a >= end ? "" : text.substring(interval.a, end);
  }

  @Override
  protected int character(int at) {
    char c = text.charAt(at);
    return c < 0x80 ? c : OTHER;
  }

  @Override
  public int size() {
    return text.length();
  }
}
