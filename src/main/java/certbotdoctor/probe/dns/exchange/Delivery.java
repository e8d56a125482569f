package certbotdoctor.probe.dns.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;

/**
 * What came of sending one message.
 *
 * @param fate how it ended
 * @param message the response, or null where there is none that can be read
 * @param reason why there is none, in words; empty with a response
 * @param at when it was sent, UTC
 * @param millis time until it ended
 */
public record Delivery(
    Fate fate, @Nullable Message message, String reason, Instant at, long millis) {

  /** How sending ended. */
  public enum Fate {
    RESPONSE,
    TIMEOUT,
    UNREACHABLE,
    MALFORMED
  }

  /** The same after an earlier attempt that had taken some time. */
  Delivery after(Delivery earlier) {
    return new Delivery(fate, message, reason, earlier.at, earlier.millis + millis);
  }
}
