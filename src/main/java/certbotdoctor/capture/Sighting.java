package certbotdoctor.capture;

import certbotdoctor.probe.dns.exchange.NameServer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one server came to have an expected value.
 *
 * @param server the server
 * @param state what it did at the moment that counts
 * @param values what it served at that moment
 * @param firstSeen when it was first seen to have the value, or, after the removal, the version of
 *     the zone that the value came with; null for never
 * @param lastLacking when it was last asked and lacked it; null for never
 * @param byVersion whether {@code firstSeen} follows from the zone's version
 */
public record Sighting(
    NameServer server,
    State state,
    List<String> values,
    @Nullable Instant firstSeen,
    @Nullable Instant lastLacking,
    boolean byVersion) {
  /** What a server did when the CA was asked to look. */
  public enum State {
    /** It had the value. */
    HAD,
    /** It said that there is no record. */
    LACKED,
    /** It had other values. */
    OTHER,
    /** It failed or stayed silent. */
    NO_ANSWER
  }

  /** Copies the values. */
  public Sighting {
    values = List.copyOf(values);
  }
}
