package certbotdoctor.probe.dns.exchange;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets jobs start while fewer than the allowed number run, in all and for one server. */
final class Lanes {
  private static final class Lane {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int running;
  }

  private final int total;
  private final int perServer;
  private final Map<InetSocketAddress, Lane> lanes = new HashMap<>();
  private final Set<Lane> ready = new LinkedHashSet<>();
  private int running;

  Lanes(int total, int perServer) {
    this.total = total;
    this.perServer = perServer;
  }

  /** Starts a job now or later, on the thread that makes room; it must call {@link #done}. */
  void start(InetSocketAddress server, Runnable job) {
    synchronized (this) {
      Lane lane = lanes.computeIfAbsent(server, key -> new Lane());
      lane.waiting.add(job);
      mark(lane);
    }
    runWaiting();
  }

  /** A job of a server has ended. */
  void done(InetSocketAddress server) {
    synchronized (this) {
      Lane lane = lanes.computeIfAbsent(server, key -> new Lane());
      lane.running--;
      running--;
      mark(lane);
    }
    runWaiting();
  }

  private void runWaiting() {
    for (Runnable job = next(); job != null; job = next()) {
      job.run();
    }
  }

  private synchronized @Nullable Runnable next() {
    if (running >= total || ready.isEmpty()) {
      return null;
    }
    Lane lane = ready.iterator().next();
    Runnable job = lane.waiting.poll();
    lane.running++;
    running++;
    ready.remove(lane);
    mark(lane);
    return job;
  }

  private void mark(Lane lane) {
    if (!lane.waiting.isEmpty() && lane.running < perServer) {
      ready.add(lane);
    } else {
      ready.remove(lane);
    }
  }
}
