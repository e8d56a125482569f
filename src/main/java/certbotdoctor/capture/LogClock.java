package certbotdoctor.capture;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Turns local times of a log that is just being written into instants. The offset follows from the
 * first record: zones are whole quarters of an hour apart, and a record is read within seconds.
 */
final class LogClock {
  private static final long QUARTER = 15 * 60;

  private @Nullable Long offset;

  /** The instant of a record that was read now; the present where it has no time. */
  Instant instant(@Nullable LocalDateTime local, Instant now) {
    if (local == null) {
      return now;
    }
    Instant asUtc = local.toInstant(ZoneOffset.UTC);
    if (offset == null) {
      long seconds = Duration.between(now, asUtc).toSeconds();
      offset = Math.round((double) seconds / QUARTER) * QUARTER;
    }
    return asUtc.minusSeconds(offset);
  }
}
