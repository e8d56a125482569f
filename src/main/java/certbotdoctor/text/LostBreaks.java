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

  private LostBreaks() {}

  /** The lines, with those broken that hold a header behind other words. */
  static List<Line> restored(List<Line> lines) {
    List<Line> all = new ArrayList<>(lines.size());
    for (Line line : lines) {
      String text = line.text();
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
}
