package certbotdoctor.capture;

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
  /** No server ever had the value, but other ones. */
  WRONG_VALUE,
  /** The value of another challenge at the same name was there in its place. */
  OVERWRITTEN_PAIR,
  /** Servers had the value, but not any more when the CA was asked to look. */
  REMOVED_EARLY,
  /** No server answered. */
  NO_ANSWER,
  /** Nothing was seen: the record was gone before the first answer, or its value is not known. */
  NOT_WATCHED;

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
    return one.found().isEmpty() ? NEVER_SEEN : WRONG_VALUE;
  }

  private static boolean comesAfter(Sighting server) {
    java.time.Instant seen = server.firstSeen();
    java.time.Instant lacking = server.lastLacking();
    return seen != null && lacking != null && !seen.isBefore(lacking);
  }
}
