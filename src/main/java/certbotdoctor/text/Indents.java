package certbotdoctor.text;

import certbotdoctor.text.TextCleaner.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * Indentation that somebody put around a text: of all lines, or of a paragraph that is code in
 * Markdown because it stands four blanks or a tab to the right (CommonMark, indented code blocks).
 */
final class Indents {
  private static final int CODE = 4;

  private Indents() {}

  /** The lines without it; what is indented within the text stays so. */
  static List<Line> removed(List<Line> lines) {
    List<Line> plain = new ArrayList<>(lines.size());
    int done = 0;
    while (done < lines.size()) {
      if (isCode(lines, done)) {
        int end = endOfCode(lines, done);
        plain.addAll(shifted(lines.subList(done, end)));
        done = end;
      } else {
        plain.add(lines.get(done));
        done++;
      }
    }
    return shifted(plain);
  }

  /** Whether code begins here: after a blank line below text at the margin, or at the beginning. */
  private static boolean isCode(List<Line> lines, int at) {
    if (!codeLine(lines.get(at))) {
      return false;
    }
    int before = at - 1;
    while (before >= 0 && lines.get(before).text().isBlank()) {
      before--;
    }
    return before < 0 || (before < at - 1 && indent(lines.get(before).text()) == 0);
  }

  private static int endOfCode(List<Line> lines, int from) {
    int end = from;
    while (end < lines.size() && (lines.get(end).text().isBlank() || codeLine(lines.get(end)))) {
      end++;
    }
    return end;
  }

  private static boolean codeLine(Line line) {
    String text = line.text();
    return !text.isBlank() && (text.charAt(0) == '\t' || indent(text) >= CODE);
  }

  private static List<Line> shifted(List<Line> lines) {
    int common = Integer.MAX_VALUE;
    for (Line line : lines) {
      if (!line.text().isBlank()) {
        common = Math.min(common, indent(line.text()));
      }
    }
    if (common == 0 || common == Integer.MAX_VALUE) {
      return lines;
    }
    List<Line> shifted = new ArrayList<>(lines.size());
    for (Line line : lines) {
      String text = line.text().isBlank() ? "" : line.text().substring(common);
      shifted.add(line.with(text));
    }
    return shifted;
  }

  private static int indent(String line) {
    int i = 0;
    while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }
}
