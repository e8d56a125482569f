package certbotdoctor.capture;

import certbotdoctor.probe.dns.exchange.NameServer;
import certbotdoctor.probe.dns.watch.Look;
import certbotdoctor.probe.dns.watch.Panel;
import certbotdoctor.probe.dns.watch.Target;
import certbotdoctor.probe.dns.watch.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches one name: asks all its servers for the record until it is removed, then, where a server
 * still lacked it, for the zone's version only, until that server has caught up. A secondary that
 * reaches the version in which the record was first seen would have had the record by then.
 */
final class Watch {
  private static final Duration SLOWLY = Duration.ofSeconds(5);
  private static final Duration LATER = Duration.ofMinutes(1);
  private static final Duration MUCH_LATER = Duration.ofMinutes(5);

  private final String name;
  private final Panel panel;
  private final Clock clock;
  private final Instant begun;
  private final Map<NameServer, ServerHistory> servers = new ConcurrentHashMap<>();
  private volatile @Nullable Target target;
  private volatile @Nullable Instant ended;
  private volatile Set<String> expected = Set.of();
  private volatile boolean stopped;
  private volatile boolean prompted;
  private int round;

  Watch(String name, Panel panel, Clock clock) {
    this.name = name;
    this.panel = panel;
    this.clock = clock;
    this.begun = clock.instant();
  }

  /** Starts to ask, and goes on by itself. */
  void start(ScheduledExecutorService threads, Duration pace) {
    threads.execute(() -> step(threads, pace));
  }

  private void step(ScheduledExecutorService threads, Duration pace) {
    if (stopped) {
      return;
    }
    if (ended == null) {
      look();
    } else if (!settle()) {
      stopped = true;
      return;
    }
    if (!threads.isShutdown()) {
      var unused =
          threads.schedule(
              () -> step(threads, pace), interval(pace).toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** One a second at first, then less and less often; while a person works, every five seconds. */
  private Duration interval(Duration pace) {
    Duration age = Duration.between(begun, clock.instant());
    if (prompted || age.compareTo(MUCH_LATER) > 0) {
      return SLOWLY.compareTo(pace) > 0 ? SLOWLY : pace;
    }
    return age.compareTo(LATER) > 0 ? pace.multipliedBy(2) : pace;
  }

  /** Asks now, besides the regular looks: the CA has been asked to look. */
  void lookNow(ScheduledExecutorService threads) {
    prompted = false;
    threads.execute(this::look);
  }

  private synchronized void look() {
    if (ended != null || stopped) {
      return;
    }
    Target known = target;
    if (known == null || known.servers().isEmpty()) {
      known = panel.locate(name).orElse(null);
      target = known;
    }
    if (known == null) {
      return;
    }
    for (Look look : panel.look(known, round++).values()) {
      history(look.server()).add(look);
    }
  }

  private ServerHistory history(NameServer server) {
    return servers.computeIfAbsent(server, key -> new ServerHistory());
  }

  /** Asks the lagging servers for the zone's version; tells whether some may still catch up. */
  synchronized boolean settle() {
    Target known = target;
    Optional<Version> wanted = firstVersion();
    if (known == null || wanted.isEmpty() || stopped) {
      return false;
    }
    List<NameServer> lagging = lagging(wanted.get());
    panel
        .versions(known, lagging)
        .forEach(
            (server, version) -> {
              if (version.reaches(wanted.get())) {
                history(server).reached(clock.instant());
              }
            });
    return !lagging(wanted.get()).isEmpty();
  }

  /** The version in which the record was first seen, at any server. */
  private Optional<Version> firstVersion() {
    Look first = null;
    for (ServerHistory one : servers.values()) {
      Look seen = expected.isEmpty() ? null : one.firstSeen(expected).orElse(null);
      if (seen != null && (first == null || seen.answered().isBefore(first.answered()))) {
        first = seen;
      }
    }
    return first == null ? Optional.empty() : Optional.ofNullable(first.version());
  }

  /** Servers that answered, never had the record and were behind that version. */
  private List<NameServer> lagging(Version wanted) {
    return servers.entrySet().stream()
        .filter(one -> isLagging(one.getValue(), wanted))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private boolean isLagging(ServerHistory one, Version wanted) {
    Version had = one.lastLacking(expected).map(Look::version).orElse(null);
    return one.reachedAt() == null
        && one.firstSeen(expected).isEmpty()
        && had != null
        && !had.reaches(wanted);
  }

  /** Sets what is looked for: the values of all challenges at this name. */
  void expected(Set<String> values) {
    expected = Set.copyOf(values);
  }

  void prompted(boolean waitsForPerson) {
    prompted = waitsForPerson;
  }

  /** Says that the record is being removed: its absence means nothing from now on. */
  void ended(Instant at) {
    ended = at;
  }

  /** Servers that have some values now, after the end; asks each of them once. */
  synchronized List<NameServer> having(Set<String> values) {
    Target known = target == null ? panel.locate(name).orElse(null) : target;
    if (known == null || values.isEmpty()) {
      return List.of();
    }
    return panel.look(known, round++).values().stream()
        .filter(look -> look.has(values))
        .map(Look::server)
        .toList();
  }

  /** Asks nothing more. */
  void stop() {
    stopped = true;
  }

  String name() {
    return name;
  }

  @Nullable Target target() {
    return target;
  }

  Map<NameServer, ServerHistory> servers() {
    return servers;
  }
}
