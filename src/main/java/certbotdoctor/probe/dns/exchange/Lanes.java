package certbotdoctor.probe.dns.exchange;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Lets jobs start while fewer than the allowed number run, in all and for one server. */
final class Lanes {
  private static final class Lane {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Pace pace;
    private int running;
    private boolean sleeping;

    Lane(Pace pace) {
      this.pace = pace;
    }
  }

  /** Runs a task later, on any thread. */
  @FunctionalInterface
  interface Timer {
    void after(long nanos, Runnable task);
  }

  private final Limits limits;
  private final LongSupplier nanos;
  private final Timer timer;
  private final Map<InetSocketAddress, Lane> lanes = new HashMap<>();
  private final Set<Lane> ready = new LinkedHashSet<>();
  private int running;

  /** Lanes by the clock of this computer; tasks that waited for it start on one shared thread. */
  Lanes(Limits limits) {
    this(
        limits,
        System::nanoTime,
        (delay, task) ->
            CompletableFuture.delayedExecutor(delay, TimeUnit.NANOSECONDS, Runnable::run)
                .execute(task));
  }

  Lanes(Limits limits, LongSupplier nanos, Timer timer) {
    this.limits = limits;
    this.nanos = nanos;
    this.timer = timer;
  }

  /** Starts a job now or later, on the thread that makes room; it must call {@link #done}. */
  void start(InetSocketAddress server, Runnable job) {
    synchronized (this) {
      Lane lane = lane(server);
      lane.waiting.add(job);
      mark(lane);
    }
    runWaiting();
  }

  /** A job of a server has ended. */
  void done(InetSocketAddress server) {
    synchronized (this) {
      Lane lane = lane(server);
      lane.running--;
      running--;
      mark(lane);
    }
    runWaiting();
  }

  private Lane lane(InetSocketAddress server) {
    return lanes.computeIfAbsent(server, key -> new Lane(new Pace(limits.perSecond(), nanos)));
  }

  private void runWaiting() {
    for (Runnable job = next(); job != null; job = next()) {
      job.run();
    }
  }

  private synchronized @Nullable Runnable next() {
    if (running >= limits.inFlight() || ready.isEmpty()) {
      return null;
    }
    Lane lane = ready.iterator().next();
    Runnable job = lane.waiting.poll();
    lane.running++;
    lane.pace.take();
    running++;
    ready.remove(lane);
    mark(lane);
    return job;
  }

  private void mark(Lane lane) {
    if (lane.waiting.isEmpty() || lane.running >= limits.perServer()) {
      ready.remove(lane);
      return;
    }
    long delay = lane.pace.delay();
    if (delay == 0) {
      ready.add(lane);
    } else {
      ready.remove(lane);
      sleep(lane, delay);
    }
  }

  private void sleep(Lane lane, long delay) {
    if (!lane.sleeping) {
      lane.sleeping = true;
      timer.after(delay, () -> wake(lane));
    }
  }

  private void wake(Lane lane) {
    synchronized (this) {
      lane.sleeping = false;
      mark(lane);
    }
    runWaiting();
  }
}
