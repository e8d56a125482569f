package certbotdoctor.run;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The date in a header of HTTP (RFC 9110 section 5.6.7). The usual form is read digit by digit: a
 * formatter is slow to make.
 */
final class HttpDate {
  private static final String FORM = "AAA, 00 AAA 0000 00:00:00 GMT";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  /** Every month has its first days; of the others a calendar must be asked. */
  private static final int SURE_DAYS = 28;

  private HttpDate() {}

  /** The time in UTC; null where the text is no such date. */
  static @Nullable LocalDateTime of(String text) {
    if (!hasForm(text)) {
      return parsed(text);
    }
    int month = MONTHS.indexOf(text.substring(8, 11));
    int day = number(text, 5, 2);
    int hour = number(text, 17, 2);
    int minute = number(text, 20, 2);
    int second = number(text, 23, 2);
    boolean usual =
        month >= 0
            && month % 3 == 0
            && day > 0
            && day <= SURE_DAYS
            && hour < 24
            && minute < 60
            && second < 60;
    return usual
        ? LocalDateTime.of(number(text, 12, 4), month / 3 + 1, day, hour, minute, second)
        : parsed(text);
  }

  private static boolean hasForm(String text) {
    if (text.length() != FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char wanted = FORM.charAt(i);
      char c = text.charAt(i);
      boolean fits =
          switch (wanted) {
            case '0' -> c >= '0' && c <= '9';
            case 'A' -> Character.isLetter(c);
            default -> c == wanted;
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int at, int digits) {
    int number = 0;
    for (int i = at; i < at + digits; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }

  private static @Nullable LocalDateTime parsed(String text) {
    try {
      return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
          .withZoneSameInstant(ZoneOffset.UTC)
          .toLocalDateTime();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
