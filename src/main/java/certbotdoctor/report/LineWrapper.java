package certbotdoctor.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a line at blanks, by columns; words that are wider than a row are cut. Colour sequences
 * take no columns, end at the end of a row and go on after the indent of the next.
 */
final class LineWrapper {
  private static final char ESCAPE = '\u001b';
  private static final String RESET = "\u001b[0m";

  private final int width;

  LineWrapper(int width) {
    this.width = width;
  }

  /** The rows of a line. */
  List<String> wrap(String line) {
    Rows rows = new Rows(line);
    int at = 0;
    while (at < line.length()) {
      int end = wordEnd(line, at);
      rows.word(line.substring(at, end));
      at = end;
    }
    return rows.finish();
  }

  /** A word is blanks and what follows up to the next blank. */
  private static int wordEnd(String line, int start) {
    int at = start;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    while (at < line.length() && line.charAt(at) != ' ') {
      at++;
    }
    return at;
  }

  /** The rows so far. */
  private final class Rows {
    private final List<String> rows = new ArrayList<>();
    private final StringBuilder row = new StringBuilder();
    private final StringBuilder colour = new StringBuilder();
    private int column;
    private int indent;

    Rows(String line) {
      while (indent < line.length() && line.charAt(indent) == ' ') {
        indent++;
      }
    }

    void word(String word) {
      String text = word.stripLeading();
      int blanks = word.length() - text.length();
      if (text.indexOf(TerminalWriter.HANG) == 0) {
        indent = Math.min(column + blanks, width / 2);
      }
      boolean first = rows.isEmpty() && row.isEmpty();
      if (first || column + blanks + columns(text) <= width || column <= indent) {
        row.append(" ".repeat(blanks));
        column += blanks;
      } else {
        next();
      }
      text(text);
    }

    private void text(String text) {
      int at = 0;
      while (at < text.length()) {
        int codePoint = text.codePointAt(at);
        int size = Character.charCount(codePoint);
        if (codePoint == ESCAPE) {
          size = text.indexOf('m', at) + 1 - at;
          colour(text.substring(at, at + size));
        } else if (codePoint == TerminalWriter.HANG) {
          indent = Math.min(column, width / 2);
        } else {
          character(codePoint);
        }
        at += size;
      }
    }

    private void colour(String sequence) {
      row.append(sequence);
      if (sequence.equals(RESET)) {
        colour.setLength(0);
      } else {
        colour.append(sequence);
      }
    }

    private void character(int codePoint) {
      int columns = DisplayWidth.of(codePoint);
      if (column + columns > width) {
        next();
      }
      row.appendCodePoint(codePoint);
      column += columns;
    }

    private void next() {
      if (!colour.isEmpty()) {
        row.append(RESET);
      }
      rows.add(row.toString().stripTrailing());
      row.setLength(0);
      row.append(" ".repeat(indent)).append(colour);
      column = indent;
    }

    List<String> finish() {
      rows.add(row.toString().stripTrailing());
      return rows;
    }
  }

  private static int columns(String word) {
    int columns = 0;
    int at = 0;
    while (at < word.length()) {
      int codePoint = word.codePointAt(at);
      if (codePoint == ESCAPE) {
        at = word.indexOf('m', at) + 1;
        continue;
      }
      columns += codePoint == TerminalWriter.HANG ? 0 : DisplayWidth.of(codePoint);
      at += Character.charCount(codePoint);
    }
    return columns;
  }
}
