package certbotdoctor.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;

/** Characters in memory for a lexer; what the lexer sees of them is up to the kind of stream. */
public abstract class TextStream implements CharStream {
  private int next;

  /** The character that the lexer sees at a place, which is there: 0 to 127. */
  protected abstract int character(int at);

  @Override
  public void consume() {
    if (next >= size()) {
      throw new IllegalStateException("past the end");
    }
    next++;
  }

  @Override
  public int LA(int distance) {
    int at = distance > 0 ? next + distance - 1 : next + distance;
    return distance == 0 || at < 0 || at >= size() ? IntStream.EOF : character(at);
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // everything stays in memory
  }

  @Override
  public int index() {
    return next;
  }

  @Override
  public void seek(int position) {
    next = Math.min(position, size());
  }

  @Override
  public String getSourceName() {
    return IntStream.UNKNOWN_SOURCE_NAME;
  }
}
