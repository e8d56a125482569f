package certbotdoctor.text;

import certbotdoctor.core.SourceSpan;
import certbotdoctor.log.LogRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes away what is not certbot's: colours, carriage returns, prefixes of syslog, journald and
 * docker-compose, quotation and comment marks, code fences, HTML escapes, common indentation. A
 * record with certbot's own header is only freed of colours and carriage returns. Line breaks that
 * got lost in front of a header come back.
 */
public final class TextCleaner {
  /** One line of the input and where it stands. */
  record Line(String text, long number, long firstByte) {
    /** Another text that stands, or stood, in the same place. */
    Line with(String other) {
      return new Line(other, number, firstByte);
    }
  }

  private TextCleaner() {}

  /** The text of a record, clean. */
  public static CleanText clean(LogRecord record) {
    List<Line> lines = lines(record);
    if (!record.headed()) {
      lines = Wrappers.removed(lines);
    } else if (Html.isEscaped(lines)) {
      lines = lines.stream().map(line -> line.with(Html.text(line.text()))).toList();
    }
    return joined(LostBreaks.restored(lines), record.span());
  }

  private static List<Line> lines(LogRecord record) {
    List<Line> lines = new ArrayList<>();
    byte[] bytes = record.bytes();
    long number = record.span().firstLine();
    int start = 0;
    while (start < bytes.length) {
      int end = start;
      boolean plain = true;
      while (end < bytes.length) {
        byte next = bytes[end];
        if (next < ' ') { // a control character, or a byte beyond ASCII
          if (next == '\n') {
            break;
          }
          plain &= next == '\t';
        }
        end++;
      }
      lines.add(
          new Line(
              plain ? ascii(bytes, start, end) : mended(bytes, start, end),
              number,
              record.span().firstByte() + start));
      number++;
      start = end + 1;
    }
    return lines;
  }

  private static String ascii(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }

  private static String mended(byte[] bytes, int start, int end) {
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    return Typography.undone(ControlCharacters.removed(text));
  }

  private static CleanText joined(List<Line> lines, SourceSpan span) {
    StringBuilder text = new StringBuilder();
    int[] starts = new int[lines.size()];
    long[] numbers = new long[lines.size()];
    long[] bytes = new long[lines.size()];
    int count = 0;
    for (Line line : lines) {
      starts[count] = text.length();
      numbers[count] = line.number();
      bytes[count] = line.firstByte();
      count++;
      text.append(line.text()).append('\n');
    }
    return new CleanText(text.toString(), span, starts, numbers, Arrays.copyOf(bytes, count));
  }
}
