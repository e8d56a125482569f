package certbotdoctor.capture;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what happened to a challenge, as the log has it.
 *
 * @param deployed when the client said that the record is in place
 * @param waitFrom when it began to wait for propagation
 * @param waitSeconds how long it meant to wait, or -1
 * @param checked when it asked the CA to look
 * @param ended when it began to clean up
 */
public record Times(
    @Nullable Instant deployed,
    @Nullable Instant waitFrom,
    int waitSeconds,
    @Nullable Instant checked,
    @Nullable Instant ended) {

  /** From when a wait counts: its beginning where the client waits, else the deployment. */
  public @Nullable Instant base() {
    return waitFrom == null ? deployed : waitFrom;
  }

  /** Time from the base to an instant, not below zero; null where there is no base. */
  public @Nullable Duration after(Instant at) {
    Instant base = base();
    if (base == null) {
      return null;
    }
    Duration time = Duration.between(base, at);
    return time.isNegative() ? Duration.ZERO : time;
  }
}
