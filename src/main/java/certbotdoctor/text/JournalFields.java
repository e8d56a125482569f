package certbotdoctor.text;

import certbotdoctor.text.TextCleaner.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Entries of {@code journalctl -o verbose} and {@code -o export}, a field on each line: the
 * messages are the text. Source: systemd.journal-fields(7), journalctl(1).
 */
final class JournalFields {
  private static final String MESSAGE = "MESSAGE";

  /** Fields that journald itself adds to every entry. */
  private static final List<String> JOURNALS =
      List.of("_TRANSPORT", "_BOOT_ID", "__CURSOR", "__REALTIME_TIMESTAMP", "SYSLOG_IDENTIFIER");

  private static final Pattern FIELD = Pattern.compile("\\s*([A-Z_][A-Z0-9_]{1,63})=(.*)");

  /** The first line of an entry in the form "verbose". */
  private static final Pattern ENTRY =
      Pattern.compile("[A-Z][a-z]{2} \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\S* \\S+ \\[s=.*");

  private JournalFields() {}

  /** The lines of the messages; all as they are where they are no such entries. */
  static List<Line> messages(List<Line> lines) {
    if (!hasField(lines, List.of(MESSAGE)) || !hasField(lines, JOURNALS)) {
      return lines;
    }
    List<Line> messages = new ArrayList<>();
    for (Line line : lines) {
      Matcher field = FIELD.matcher(line.text());
      if (field.matches()) {
        if (field.group(1).equals(MESSAGE)) {
          messages.add(line.with(field.group(2)));
        }
      } else if (!line.text().isBlank() && !ENTRY.matcher(line.text()).matches()) {
        messages.add(line.with(line.text().strip())); // of a message with several lines
      }
    }
    return messages;
  }

  private static boolean hasField(List<Line> lines, List<String> names) {
    for (Line line : lines) {
      String text = line.text();
      int end = text.indexOf('=');
      if (end > 0 && names.contains(text.substring(0, end).strip())) {
        return true;
      }
    }
    return false;
  }
}
