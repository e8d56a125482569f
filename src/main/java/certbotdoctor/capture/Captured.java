package certbotdoctor.capture;

import certbotdoctor.probe.Exchange;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one challenge while it was up.
 *
 * @param domain the identifier without star
 * @param wildcard whether the identifier is a wildcard
 * @param path the challenge's name and the aliases that it leads through
 * @param zone the zone that was asked, or null where it was not found
 * @param refresh the zone's refresh interval in seconds, or 0
 * @param expected the value that the CA wants to find; several or none where it is not certain
 * @param others values that other challenges expect at the same name
 * @param times when what happened
 * @param sightings each server, in order
 * @param left servers that still had the value after the command had ended without removing it
 * @param trace the evidence
 */
public record Captured(
    String domain,
    boolean wildcard,
    List<String> path,
    @Nullable String zone,
    long refresh,
    List<String> expected,
    List<String> others,
    Times times,
    List<Sighting> sightings,
    List<NameServer> left,
    List<Exchange> trace) {
  private static final Duration NOTEWORTHY = Duration.ofSeconds(3);
  private static final long SHORT = 600;
  private static final long STEP = 30;
  private static final long LONGEST = 900;

  /** Copies the lists. */
  public Captured {
    path = List.copyOf(path);
    expected = List.copyOf(expected);
    others = List.copyOf(others);
    sightings = List.copyOf(sightings);
    left = List.copyOf(left);
    trace = List.copyOf(trace);
  }

  /** Servers in a state at the moment of the CA's check. */
  public List<Sighting> in(Sighting.State... states) {
    List<Sighting.State> wanted = List.of(states);
    return sightings.stream().filter(one -> wanted.contains(one.state())).toList();
  }

  /** The server that came last, of those that came at all. */
  public Optional<Sighting> slowest() {
    return sightings.stream()
        .filter(one -> one.firstSeen() != null)
        .max(Comparator.comparing(one -> Objects.requireNonNullElse(one.firstSeen(), Instant.MIN)));
  }

  /** The wait that would have been enough; empty where a server that answered never came. */
  public Optional<Duration> sufficient() {
    boolean open =
        sightings.stream()
            .anyMatch(one -> one.state() != Sighting.State.NO_ANSWER && one.firstSeen() == null);
    return open ? Optional.empty() : slowest().flatMap(this::waited);
  }

  /** How long after the base a server came. */
  public Optional<Duration> waited(Sighting sighting) {
    Instant seen = sighting.firstSeen();
    return seen == null ? Optional.empty() : Optional.ofNullable(times.after(seen));
  }

  /** How long after the base a server still lacked the value; zero where it never did. */
  public Duration lacked(Sighting sighting) {
    Instant lacking = sighting.lastLacking();
    Duration time = lacking == null ? null : times.after(lacking);
    return time == null ? Duration.ZERO : time;
  }

  /**
   * The wait to recommend: half as much again as was measured, in steps of half a minute. A
   * secondary that was late is, in the worst case, late by the zone's refresh interval; where that
   * is short, it is covered too. What takes longer than a quarter of an hour is not cured by
   * waiting.
   */
  public Optional<Duration> recommended() {
    return sufficient()
        .map(
            measured -> {
              long seconds = (measured.toMillis() * 3 / 2 + 999) / 1000;
              boolean late = measured.compareTo(NOTEWORTHY) > 0;
              if (late && refresh > 0 && refresh <= SHORT) {
                seconds = Math.max(seconds, refresh + refresh / 4);
              }
              long steps = Math.max(1, (seconds + STEP - 1) / STEP);
              return Duration.ofSeconds(Math.min(LONGEST, steps * STEP));
            });
  }

  /** The values that servers had at the moment of the CA's check, with how many had them. */
  public TreeMap<String, Integer> found() {
    TreeMap<String, Integer> found = new TreeMap<>();
    sightings.forEach(one -> one.values().forEach(value -> found.merge(value, 1, Integer::sum)));
    return found;
  }
}
