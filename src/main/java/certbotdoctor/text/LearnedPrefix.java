package certbotdoctor.text;

import certbotdoctor.text.TextCleaner.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A prefix that some program or person put before every line, whatever it is: it looks the same on
 * each line but for its digits and blanks, and behind it stand words with which certbot begins a
 * line. So unknown log shippers, line numbers and list marks need no pattern of their own.
 */
final class LearnedPrefix {
  private static final int LONGEST = 80;
  private static final int FEWEST_LINES = 3;
  private static final char NUMBER = '9';
  private static final char BLANK = ' ';

  /** What stands in no prefix, but in a program's own structured log. */
  private static final String NOBODYS = "\"{=";

  /** Beginnings of lines that only certbot writes. */
  private static final Pattern CERTBOT =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3}:[A-Z]+:"
              + "|(?:Saving debug log to|Certbot failed to authenticate|IMPORTANT NOTES:"
              + "|Challenge failed for domain|Some challenges have failed|Failed authorization"
              + "|An unexpected error occurred|Attempting to renew cert|Processing /"
              + "|Requesting a certificate for|Renewing an existing certificate|Plugins selected:"
              + "|Hook '--|Hook command|Waiting for verification|Cleaning up challenges"
              + "|Please see the logfile|Ask for help or search for solutions)");

  private LearnedPrefix() {}

  /** The lines without it; as they are where there is none. */
  static List<Line> removed(List<Line> lines) {
    List<Line> filled = lines.stream().filter(line -> !line.text().isBlank()).toList();
    if (filled.size() < FEWEST_LINES || startsAtMargin(filled)) {
      return lines;
    }
    int units = commonShape(filled);
    while (units > 0 && !uncovers(filled, units)) {
      units--;
    }
    if (units == 0) {
      return lines;
    }
    List<Line> bare = new ArrayList<>(lines.size());
    for (Line line : lines) {
      String text = line.text();
      String rest = text.isBlank() ? "" : text.substring(end(text, units));
      bare.add(line.with(rest));
    }
    return bare;
  }

  private static boolean startsAtMargin(List<Line> lines) {
    return lines.stream().anyMatch(line -> CERTBOT.matcher(line.text()).lookingAt());
  }

  /** Whether certbot's words stand behind so many units of a line. */
  private static boolean uncovers(List<Line> lines, int units) {
    return lines.stream()
        .map(Line::text)
        .anyMatch(
            text -> CERTBOT.matcher(text).region(end(text, units), text.length()).lookingAt());
  }

  /** How many units of shape all lines begin with alike. */
  private static int commonShape(List<Line> lines) {
    String first = lines.get(0).text();
    int units = Integer.MAX_VALUE;
    for (Line line : lines) {
      units = Math.min(units, alike(first, line.text(), units));
    }
    return units;
  }

  private static int alike(String one, String other, int most) {
    int units = 0;
    int i = 0;
    int j = 0;
    while (units < most && i < Math.min(one.length(), LONGEST) && j < other.length()) {
      if (NOBODYS.indexOf(one.charAt(i)) >= 0 || unit(one, i) != unit(other, j)) {
        break;
      }
      i = next(one, i);
      j = next(other, j);
      units++;
    }
    return units;
  }

  /** Offset after so many units; of blanks at the end, all but the first are the line's own. */
  private static int end(String text, int units) {
    int at = 0;
    for (int unit = 1; unit < units && at < text.length(); unit++) {
      at = next(text, at);
    }
    if (at >= text.length()) {
      return at;
    }
    return unit(text, at) == BLANK ? at + 1 : next(text, at);
  }

  /** A number, blanks, or one other character. */
  private static char unit(String text, int at) {
    char c = text.charAt(at);
    if (Character.isDigit(c)) {
      return NUMBER;
    }
    return c == '\t' ? BLANK : c;
  }

  private static int next(String text, int at) {
    char unit = unit(text, at);
    int end = at + 1;
    while ((unit == NUMBER || unit == BLANK) && end < text.length() && unit(text, end) == unit) {
      end++;
    }
    return end;
  }
}
