package certbotdoctor.ca;

import certbotdoctor.grammar.TextStream;
import java.util.Arrays;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text as the lexer sees it: a run of white space is one space, a character outside ASCII is
 * U+007F (the table of the lexer knows ASCII only), and typographic double quotes are quotes where
 * the text has no others. {@link #getText} returns the original characters, so that all token texts
 * together are the text.
 */
final class FoldedStream extends TextStream {
  private static final char STAND_IN = '\u007f';
  private static final String BLANKS = " \t\n\u000b\f\r\u00a0";

  private final String original;
  private final char[] folded;
  private final int[] starts;
  private final int size;

  FoldedStream(String original) {
    this.original = original;
    char[] chars = new char[original.length()];
    int[] offsets = new int[original.length() + 1];
    boolean ownQuotes = original.indexOf('"') < 0;
    int count = 0;
    for (int i = 0; i < original.length(); i++) {
      char c = fold(original.charAt(i), ownQuotes);
      if (c != ' ' || count == 0 || chars[count - 1] != ' ') {
        chars[count] = c;
        offsets[count] = i;
        count++;
      }
    }
    offsets[count] = original.length();
    this.folded = Arrays.copyOf(chars, count);
    this.starts = Arrays.copyOf(offsets, count + 1);
    this.size = count;
  }

  private static char fold(char c, boolean ownQuotes) {
    if (BLANKS.indexOf(c) >= 0) {
      return ' ';
    }
    if (ownQuotes && (c == '\u201c' || c == '\u201d')) {
      return '"';
    }
    return c < STAND_IN ? c : STAND_IN;
  }

  @Override
  public String getText(Interval interval) {
    int from = Math.min(interval.a, size);
    int end = Math.min(interval.b + 1, size);
    return from >= end ? "" : original.substring(starts[from], starts[end]);
  }

  @Override
  protected int character(int at) {
    return folded[at];
  }

  @Override
  public int size() {
    return size;
  }
}
