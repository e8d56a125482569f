package certbotdoctor.rules;

import certbotdoctor.core.Stance;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence that a rule weighs.
 *
 * @param id name within the rule
 * @param clause the fact of log or configuration that it rests on, or null for a probe
 * @param probe the live check that it rests on, or null
 * @param stance what the fact says of the cause
 * @param says template of the sentence
 * @param saysAgainst template of the sentence where the check speaks against the cause; null where
 *     it never does, or where {@code says} is that sentence
 * @param wouldSettle template of what would tell, where it cannot be known
 */
public record EvidenceSpec(
    String id,
    @Nullable Clause clause,
    @Nullable ProbeSpec probe,
    Stance stance,
    String says,
    @Nullable String saysAgainst,
    @Nullable String wouldSettle) {
  /** The sentence for what a check found. */
  public String says(Stance found) {
    return found == Stance.AGAINST && saysAgainst != null ? saysAgainst : says;
  }

  /**
   * A live check.
   *
   * @param probe its name
   * @param with slots of the request, as templates
   * @param outcomes stance by outcome; others are silent
   * @param where conditions on what the probe tells besides; unless all hold, it is silent
   * @param afterFailure whether it counts only beside a failure that a log tells of
   * @param mutable whether what is seen may have changed since the run: it then proves nothing of
   *     an old run, and absence after cleanup is no evidence
   * @param freshMinutes how long after the run a mutable finding, and any that speaks against the
   *     cause, still counts as of then
   * @param age how old the run must be for what supports the cause to count
   */
  public record ProbeSpec(
      String probe,
      SortedMap<String, String> with,
      SortedMap<String, Stance> outcomes,
      SortedMap<String, Condition> where,
      boolean afterFailure,
      boolean mutable,
      int freshMinutes,
      Age age) {
    /** Copies the maps. */
    public ProbeSpec {
      with = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(with));
      outcomes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
      where = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(where));
    }

    /** A live check of a structure that a run does not change. */
    public static ProbeSpec of(
        String probe, Map<String, String> with, Map<String, Stance> outcomes) {
      return new ProbeSpec(
          probe,
          new TreeMap<>(with),
          new TreeMap<>(outcomes),
          new TreeMap<>(),
          false,
          false,
          0,
          Age.ANY);
    }
  }

  /**
   * How long ago a run ended. Servers that differ right after a change are on their way to the same
   * version as a rule; only those that still differ later stay behind.
   *
   * @param from minutes at least
   * @param to minutes at most, null for no limit
   */
  public record Age(int from, @Nullable Integer to) {
    /** Any age, and also an unknown one. */
    public static final Age ANY = new Age(0, null);

    /** Whether a run of this age counts; one of unknown age only where any does. */
    public boolean holds(Optional<Duration> since) {
      if (equals(ANY)) {
        return true;
      }
      return since
          .map(age -> age.toMinutes() >= from && (to == null || age.toMinutes() < to))
          .orElse(false);
    }
  }
}
