package certbotdoctor.capture;

import certbotdoctor.probe.Exchange;
import certbotdoctor.probe.dns.exchange.NameServer;
import certbotdoctor.probe.dns.watch.Look;
import certbotdoctor.probe.dns.watch.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns what was watched into what it means for each challenge. */
final class Evaluation {
  private final List<Challenge> challenges;
  private final Instant now;

  /**
   * Evaluates.
   *
   * @param now when watching ended
   */
  Evaluation(List<Challenge> challenges, Instant now) {
    this.challenges = List.copyOf(challenges);
    this.now = now;
  }

  /**
   * What was seen of a challenge.
   *
   * @param left servers that have the value although the command has ended
   */
  Captured of(Challenge challenge, Watch watch, List<NameServer> left) {
    Instant checked = challenge.checked == null ? challenge.ended : challenge.checked;
    Instant moment = checked == null ? now : checked;
    Map<NameServer, ServerHistory> servers = new TreeMap<>(watch.servers());
    List<Sighting> sightings = new ArrayList<>();
    List<Exchange> trace = new ArrayList<>();
    Instant end = challenge.ended == null ? now : challenge.ended;
    servers.replaceAll((server, history) -> history.until(end));
    servers.values().removeIf(history -> history.stretches().isEmpty());
    servers.forEach(
        (server, history) -> {
          sightings.add(sighting(server, history, challenge.expected(), moment));
          trace.addAll(history.trace());
        });
    Target target = watch.target();
    return new Captured(
        challenge.domain,
        challenge.wildcard,
        target == null ? List.of(challenge.name()) : target.path(),
        target == null ? null : target.zone(),
        refresh(servers),
        List.copyOf(challenge.expected()),
        List.copyOf(others(challenge)),
        challenge.times(),
        sightings,
        left,
        trace);
  }

  private static Sighting sighting(
      NameServer server, ServerHistory history, Set<String> expected, Instant moment) {
    Optional<Look> look = history.at(moment);
    Optional<Look> seen = expected.isEmpty() ? Optional.empty() : history.firstSeen(expected);
    @Nullable Instant firstSeen = seen.map(Look::answered).orElse(history.reachedAt());
    return new Sighting(
        server,
        look.map(one -> state(one, expected)).orElse(Sighting.State.NO_ANSWER),
        look.map(Look::values).orElse(List.of()),
        firstSeen,
        history.lastLacking(expected).map(Look::asked).orElse(null),
        seen.isEmpty() && firstSeen != null);
  }

  private static Sighting.State state(Look look, Set<String> expected) {
    if (look.state() != Look.State.ANSWERED) {
      return Sighting.State.NO_ANSWER;
    }
    if (look.values().isEmpty()) {
      return Sighting.State.LACKED;
    }
    boolean has = !expected.isEmpty() && look.has(expected);
    return has ? Sighting.State.HAD : Sighting.State.OTHER;
  }

  private Set<String> others(Challenge challenge) {
    Set<String> others = new LinkedHashSet<>();
    for (Challenge one : challenges) {
      if (one != challenge && one.name().equalsIgnoreCase(challenge.name())) {
        others.addAll(one.expected());
      }
    }
    others.removeAll(challenge.expected());
    return others;
  }

  private static long refresh(Map<NameServer, ServerHistory> servers) {
    return servers.values().stream()
        .flatMap(one -> one.stretches().stream())
        .map(one -> one.last().version())
        .filter(Objects::nonNull)
        .mapToLong(version -> version.refresh())
        .max()
        .orElse(0);
  }
}
