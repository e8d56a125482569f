package certbotdoctor.event;

import certbotdoctor.log.RecordView;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The time in a record's header; the usual form is read digit by digit. */
public final class HeaderTime {
  private static final String FORM = "0000-00-00 00:00:00,000:";

  /** The days of each month; of the 29th of February a calendar must be asked. */
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private HeaderTime() {}

  /** For what digits alone do not decide; most logs never need it. */
  private static final class Calendar {
    static final DateTimeFormatter STAMP =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss,SSS:", Locale.ROOT);
  }

  /** The time of a stamp with its colon; null where it is none. */
  static @Nullable LocalDateTime of(String stamp) {
    byte[] bytes = stamp.getBytes(StandardCharsets.ISO_8859_1);
    boolean form = bytes.length == FORM.length();
    for (int i = 0; form && i < bytes.length; i++) {
      char wanted = FORM.charAt(i);
      form = wanted == '0' ? PhraseIndex.digit(bytes[i]) : bytes[i] == wanted;
    }
    return form && usual(bytes, 0) ? digits(bytes, 0) : parsed(stamp);
  }

  /** The time of a record's header in its bytes; null where there is no such time. */
  public static @Nullable LocalDateTime of(byte[] bytes, int at) {
    return usual(bytes, at)
        ? digits(bytes, at)
        : parsed(new String(bytes, at, Trigger.STAMP, StandardCharsets.US_ASCII));
  }

  /** Whether the header of a record has a time that there is. */
  public static boolean in(RecordView record) {
    return record.headed()
        && (usual(record.bytes(), record.from()) || of(record.bytes(), record.from()) != null);
  }

  private static boolean usual(byte[] bytes, int at) {
    int month = number(bytes, at + 5, 2);
    int day = number(bytes, at + 8, 2);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= DAYS[month - 1]
        && number(bytes, at + 11, 2) < 24
        && number(bytes, at + 14, 2) < 60
        && number(bytes, at + 17, 2) < 60;
  }

  private static LocalDateTime digits(byte[] bytes, int at) {
    return LocalDateTime.of(
        number(bytes, at, 4),
        number(bytes, at + 5, 2),
        number(bytes, at + 8, 2),
        number(bytes, at + 11, 2),
        number(bytes, at + 14, 2),
        number(bytes, at + 17, 2),
        number(bytes, at + 20, 3) * 1_000_000);
  }

  private static @Nullable LocalDateTime parsed(String stamp) {
    try {
      return LocalDateTime.parse(stamp, Calendar.STAMP);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static int number(byte[] bytes, int at, int digits) {
    int number = 0;
    for (int i = at; i < at + digits; i++) {
      number = 10 * number + bytes[i] - '0';
    }
    return number;
  }
}
