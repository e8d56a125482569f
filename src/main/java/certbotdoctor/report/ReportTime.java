package certbotdoctor.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads the times of a report, which are text: ISO 8601, local or with an offset. */
final class ReportTime {
  private ReportTime() {}

  /**
   * The instant of a time.
   *
   * @param time as in the report
   * @param offset the offset of local times, where it is known
   * @return null where the time is absent, is no time, or its offset is not known
   */
  static @Nullable Instant instant(@Nullable String time, @Nullable String offset) {
    if (time == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeException e) {
      return offset == null ? null : local(time, offset);
    }
  }

  private static @Nullable Instant local(String time, String offset) {
    try {
      return LocalDateTime.parse(time).toInstant(ZoneOffset.of(offset));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The expiry of a certificate: UTC where it says nothing else; a date is its first moment. */
  static @Nullable Instant expiry(@Nullable String notAfter) {
    Instant instant = instant(notAfter, "Z");
    LocalDate date = date(notAfter);
    return instant != null || date == null
        ? instant
        : date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The date that a time begins with, or null. */
  static @Nullable LocalDate date(@Nullable String time) {
    if (time == null || time.length() < 10) {
      return null;
    }
    try {
      return LocalDate.parse(time.substring(0, 10));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
