package certbotdoctor.core;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A time from a log: local, with the offset only where it could be inferred.
 *
 * @param local the time as written
 * @param offset offset from UTC, or null where nothing tells it
 */
public record LogTime(LocalDateTime local, @Nullable ZoneOffset offset)
    implements Comparable<LogTime> {

  /** The instant, or null while the offset is unknown. */
  public @Nullable Instant instant() {
    return offset == null ? null : local.toInstant(offset);
  }

  /** Whole milliseconds from this time to another, by local time. */
  public long millisUntil(LogTime other) {
    return ChronoUnit.MILLIS.between(local, other.local);
  }

  /** By local time. */
  @Override
  public int compareTo(LogTime other) {
    return local.compareTo(other.local);
  }
}
