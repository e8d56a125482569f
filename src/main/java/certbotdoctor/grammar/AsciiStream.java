package certbotdoctor.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * Characters for a lexer whose words are ASCII: every other character looks like DEL, because ANTLR
 * caches its automaton only for ASCII and is ten times slower on the rest. Offsets are UTF-16 code
 * units of the text, and {@link #getText} gives the text as it is.
 */
public final class AsciiStream implements CharStream {
  private static final int OTHER = 0x7f;

  private final String text;
  private int next;

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
  public void consume() {
    if (next >= text.length()) {
      throw new IllegalStateException("past the end");
    }
    next++;
  }

  @Override
  public int LA(int distance) {
    int at = distance > 0 ? next + distance - 1 : next + distance;
    if (distance == 0 || at < 0 || at >= text.length()) {
      return distance == 0 ? 0 : IntStream.EOF;
    }
    char c = text.charAt(at);
    return c < 0x80 ? c : OTHER;
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return next;
  }

  @Override
  public void seek(int index) {
    next = Math.min(index, text.length());
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return IntStream.UNKNOWN_SOURCE_NAME;
  }
}
