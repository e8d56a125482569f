package certbotdoctor.diagnose;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** The time after which a CA lets one try again, for people. */
final class RetryTime {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

  private RetryTime() {}

  /**
   * The words for a time, with what is left of it.
   *
   * @param told as the CA writes it: {@code 2026-01-31 12:00:00 UTC} or {@code
   *     2026-01-31T12:00:00Z} (boulder: ratelimits/limiter.go); other text is given back
   */
  static String words(String told, Instant now) {
    Optional<Instant> time = instant(told);
    if (time.isEmpty()) {
      return told;
    }
    Duration left = Duration.between(now, time.get());
    String shown = SHOWN.format(time.get().plusSeconds(59).atOffset(ZoneOffset.UTC));
    return shown + (left.isNegative() ? ", which is past" : ", in " + span(left));
  }

  private static Optional<Instant> instant(String told) {
    String plain = told.strip().replace(" UTC", "").replace("Z", "").replace(' ', 'T');
    try {
      return Optional.of(LocalDateTime.parse(plain).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A time span, rounded up to minutes, hours or days. */
  static String span(Duration left) {
    long minutes = (left.toSeconds() + 59) / 60;
    if (minutes < 120) {
      return minutes == 1 ? "a minute" : minutes + " minutes";
    }
    long hours = (minutes + 59) / 60;
    return hours < 48 ? hours + " hours" : (hours + 23) / 24 + " days";
  }
}
