package certbotdoctor.capture;

import java.time.Instant;
import java.util.regex.Pattern;

/** What watching a challenge showed, seen from the moment at which the CA was asked to look. */
public enum CaptureOutcome {
  /** Every server that answers had the value. */
  SEEN_BEFORE_CHECK_EVERYWHERE,
  /** Some server lacked the value then, and every one had it later. */
  SEEN_LATE,
  /** Some server had the value then or later, and another did not while it was watched. */
  SEEN_PARTLY,
  /** No server ever had any record. */
  NEVER_SEEN,
  /** No server ever had the value, but other ones, and none that looks like one of a challenge. */
  WRONG_VALUE,
  /** No server ever had the value, but one that looks like that of another challenge. */
  STALE_VALUE,
  /** The value of another challenge at the same name was there in its place. */
  OVERWRITTEN_PAIR,
  /** Servers had the value, but not any more when the CA was asked to look. */
  REMOVED_EARLY,
  /** No server answered. */
  NO_ANSWER,
  /** Nothing was seen: the record was gone before the first answer, or its value is not known. */
  NOT_WATCHED;

  /** 43 characters of base64url: a SHA-256 digest (RFC 8555 section 8.4). */
  private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9_-]{43}");

  static CaptureOutcome of(Captured one) {
    if (one.sightings().isEmpty() || one.expected().isEmpty()) {
      return NOT_WATCHED;
    }
    int had = one.in(Sighting.State.HAD).size();
    int without = one.in(Sighting.State.LACKED, Sighting.State.OTHER).size();
    if (had + without == 0) {
      return NO_ANSWER;
    }
    if (without == 0) {
      return SEEN_BEFORE_CHECK_EVERYWHERE;
    }
    return had == 0 ? nowhere(one) : late(one);
  }

  private static CaptureOutcome late(Captured one) {
    return one.sufficient().isPresent() ? SEEN_LATE : SEEN_PARTLY;
  }

  /** No server had it when the CA was asked to look. */
  private static CaptureOutcome nowhere(Captured one) {
    boolean replaced =
        one.in(Sighting.State.OTHER).stream()
            .anyMatch(server -> server.values().stream().anyMatch(one.others()::contains));
    if (replaced) {
      return OVERWRITTEN_PAIR;
    }
    boolean later = one.sightings().stream().anyMatch(server -> comesAfter(server));
    if (later) {
      return late(one);
    }
    if (one.slowest().isPresent()) {
      return REMOVED_EARLY;
    }
    if (one.found().isEmpty()) {
      return NEVER_SEEN;
    }
    boolean stale = one.found().keySet().stream().anyMatch(DIGEST.asMatchPredicate());
    return stale ? STALE_VALUE : WRONG_VALUE;
  }

  private static boolean comesAfter(Sighting server) {
    Instant seen = server.firstSeen();
    Instant lacking = server.lastLacking();
    return seen != null && lacking != null && !seen.isBefore(lacking);
  }
}
