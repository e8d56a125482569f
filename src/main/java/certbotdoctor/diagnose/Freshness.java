package certbotdoctor.diagnose;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How old a run is when DNS is asked. Live findings are of now; the run is of then.
 *
 * @param now when the report is made
 * @param zone time zone of this host, for logs that do not tell theirs
 */
public record Freshness(Instant now, ZoneId zone) {

  /** Time between the end of a run and an observation; empty where the log has no times. */
  public Optional<Duration> age(Subject subject, Instant observed) {
    java.time.@Nullable LocalDateTime ended = subject.run().diary().ended();
    if (ended == null) {
      return Optional.empty();
    }
    java.time.ZoneOffset offset = subject.run().diary().offset();
    Instant end = offset == null ? ended.atZone(zone).toInstant() : ended.toInstant(offset);
    return Optional.of(Duration.between(end, observed));
  }

  /** Whether an observation was made within some minutes after the end of the run. */
  public boolean fresh(Subject subject, Instant observed, int minutes) {
    return age(subject, observed)
        .map(age -> age.compareTo(Duration.ofMinutes(minutes)) <= 0)
        .orElse(false);
  }
}
