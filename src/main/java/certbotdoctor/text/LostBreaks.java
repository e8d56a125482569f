package certbotdoctor.text;

import certbotdoctor.text.TextCleaner.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Begins a line anew at each header of a log record, where a paste lost the line breaks. The header
 * is certbot's (certbot: _internal/log.py, FILE_FMT).
 */
final class LostBreaks {
  private static final Pattern HEADER =
      Pattern.compile(
          "(?<=\\s)\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3}:(?:DEBUG|INFO|WARNING|ERROR|CRITICAL):");

  /** The comma in a header stands so far behind its beginning. */
  private static final int COMMA = 19;

  private LostBreaks() {}

  /** The lines, with those broken that hold a header behind other words. */
  static List<Line> restored(List<Line> lines) {
    List<Line> all = new ArrayList<>(lines.size());
    for (Line line : lines) {
      String text = line.text();
      if (!mayHold(text)) {
        all.add(line);
        continue;
      }
      Matcher header = HEADER.matcher(text);
      int from = 0;
      while (header.find()) {
        all.add(line.with(text.substring(from, header.start())));
        from = header.start();
      }
      all.add(from == 0 ? line : line.with(text.substring(from)));
    }
    return all;
  }

  /** Whether a header may stand behind other words; most lines have no comma in such a place. */
  private static boolean mayHold(String text) {
    int comma = text.indexOf(',', COMMA + 1);
    while (comma >= 0 && comma + 4 < text.length()) {
      if (text.charAt(comma + 4) == ':' && text.charAt(comma - 3) == ':') {
        return true;
      }
      comma = text.indexOf(',', comma + 1);
    }
    return false;
  }
}
