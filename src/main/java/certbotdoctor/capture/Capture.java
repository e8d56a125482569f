package certbotdoctor.capture;

import certbotdoctor.event.Event;
import certbotdoctor.event.EventReader;
import certbotdoctor.log.LogFollower;
import certbotdoctor.log.LogRecord;
import certbotdoctor.probe.dns.exchange.NameServer;
import certbotdoctor.probe.dns.watch.Panel;
import certbotdoctor.run.AccountKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log of a command while it runs, and watches DNS for each challenge from the moment
 * that its record is in place until it is removed: not earlier, because an early question can plant
 * a negative answer in caches on the way.
 */
public final class Capture implements AutoCloseable {
  private static final long LOOK_MILLIS = 100;
  private static final int THREADS = 4;

  /** Each further name makes the looks at all of them rarer by this. */
  private static final Duration PER_NAME = Duration.ofMillis(200);

  private static final Duration PACE = Duration.ofSeconds(1);

  private final LogFollower follower;
  private final EventReader reader;
  private final ChallengeLog log;
  private final @Nullable Panel panel;
  private final Predicate<String> mayAsk;
  private final Clock clock;
  private final ScheduledExecutorService threads;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch enough = new CountDownLatch(1);
  private final Map<String, Watch> watches = new LinkedHashMap<>();
  private final Set<Challenge> prepared = new LinkedHashSet<>();
  private final Set<Challenge> checked = new LinkedHashSet<>();
  private final Thread thread;

  /**
   * A capture that has not begun.
   *
   * @param command the command whose log it is
   * @param follower the log; from here on it is read by this capture only
   * @param reader reads events; used on the capture's own thread only
   * @param keys account keys known so far
   * @param panel asks DNS; null to only read
   * @param mayAsk whether a domain may be asked for
   */
  public Capture(
      WrappedCommand command,
      LogFollower follower,
      EventReader reader,
      AccountKeys keys,
      @Nullable Panel panel,
      Predicate<String> mayAsk,
      Clock clock) {
    this.follower = follower;
    this.reader = reader;
    this.log = new ChallengeLog(command, keys, clock);
    this.panel = panel;
    this.mayAsk = mayAsk;
    this.clock = clock;
    this.threads =
        Executors.newScheduledThreadPool(
            THREADS,
            task -> {
              Thread made = new Thread(task, "watch");
              made.setDaemon(true);
              return made;
            });
    this.thread = new Thread(this::follow, "follow");
    this.thread.setDaemon(true);
  }

  /** Begins to follow. */
  public void start() {
    Panel asks = panel;
    if (asks != null) {
      threads.execute(asks::warmUp);
    }
    thread.start();
  }

  private void follow() {
    boolean last = false;
    while (!last) {
      last = stopped();
      read();
    }
    // a record counts as complete only when a second look finds nothing new
    read();
    read();
    watches.forEach((name, watch) -> end(watch, name));
  }

  private boolean stopped() {
    try {
      return stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void read() {
    for (LogRecord record : follower.look()) {
      List<Event> events = reader.read(record).events();
      log.accept(events);
      watch();
    }
  }

  /** Begins, hurries and ends watches as the log demands. */
  private void watch() {
    Panel asks = panel;
    if (asks == null) {
      return;
    }
    for (Challenge one : log.challenges().stream().filter(c -> mayAsk.test(c.domain)).toList()) {
      if (one.started && prepared.add(one)) {
        threads.execute(() -> asks.prepare(one.domain));
      }
      if (one.deployed != null && one.ended == null && !watches.containsKey(one.name())) {
        begin(one, asks);
      }
      Watch watch = watches.get(one.name());
      if (watch != null) {
        watch.expected(expected(one.name()));
        if (one.checked != null && checked.add(one)) {
          watch.lookNow(threads);
        }
        end(watch, one.name());
      }
    }
  }

  private void begin(Challenge one, Panel asks) {
    Watch watch = new Watch(one.name(), asks, clock);
    watch.prompted(one.prompted);
    watches.put(one.name(), watch);
    Duration pace = PER_NAME.multipliedBy(watches.size());
    watch.start(threads, pace.compareTo(PACE) > 0 ? pace : PACE);
  }

  private Set<String> expected(String name) {
    Set<String> values = new LinkedHashSet<>();
    log.challenges().stream()
        .filter(one -> one.name().equalsIgnoreCase(name))
        .forEach(one -> values.addAll(one.expected()));
    return values;
  }

  /** A name is over when all its challenges are, or when nothing more will be told. */
  private void end(Watch watch, String name) {
    boolean over =
        stop.getCount() == 0
            || log.challenges().stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .allMatch(one -> one.ended != null);
    if (over) {
      watch.ended(clock.instant());
    }
  }

  /**
   * Ends: reads the rest of the log, and lets servers that lagged catch up, to measure them.
   *
   * @param settle how long to wait for them at most
   * @param progress told, once, which names are still waited for
   * @return what was seen of each challenge
   */
  public List<Captured> finish(Duration settle, Consumer<String> progress) {
    stop.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(60));
      settle(settle, progress);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    watches.values().forEach(Watch::stop);
    threads.shutdownNow();
    Evaluation evaluation = new Evaluation(log.challenges(), clock.instant());
    List<Captured> all = new ArrayList<>();
    for (Challenge one : log.challenges()) {
      Watch watch = watches.get(one.name());
      if (watch != null) {
        all.add(evaluation.of(one, watch, left(one, watch)));
      }
    }
    return all;
  }

  /** Where the log tells of no cleanup, servers that still have the value. */
  private static List<NameServer> left(Challenge one, Watch watch) {
    boolean open = one.deployed != null && one.ended == null;
    return open ? watch.having(one.expected()) : List.of();
  }

  private void settle(Duration most, Consumer<String> progress) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    boolean told = false;
    while (System.nanoTime() < end && enough.getCount() > 0) {
      List<Watch> open = watches.values().stream().filter(Watch::settle).toList();
      if (open.isEmpty()) {
        return;
      }
      if (!told) {
        progress.accept(String.join(", ", open.stream().map(Watch::name).toList()));
        told = true;
      }
      if (enough.await(PACE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  /** Waits for no server any more: somebody wants the report now. */
  public void hurry() {
    enough.countDown();
  }

  /** Whether a run of the command was found in the log. */
  public boolean found() {
    return log.own();
  }

  @Override
  public void close() {
    stop.countDown();
    threads.shutdownNow();
    follower.close();
  }
}
