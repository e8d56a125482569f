package certbotdoctor.bench;

import certbotdoctor.core.Slots;
import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeResult;
import certbotdoctor.probe.dns.DnsProbeRunner;
import certbotdoctor.probe.dns.DnsProbes;
import certbotdoctor.probe.dns.DnsSettings;
import certbotdoctor.probe.dns.Resolvers;
import certbotdoctor.probe.dns.dnssec.TrustAnchors;
import certbotdoctor.probe.dns.exchange.Limits;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long all live checks take: of one domain, and of many, on simulated servers. {@code
 * LiveChecksBenchmark [DOMAINS [MILLISECONDS]]}: 1,000 domains and 50 ms where nothing is given.
 */
public final class LiveChecksBenchmark {
  private static final Limits LIMITS = Limits.within(Duration.ofMinutes(10));
  private static final int WARM_UP = 10;

  private final PrintStream out;

  private LiveChecksBenchmark(PrintStream out) {
    this.out = out;
  }

  /** Measures and prints. */
  public static void main(String[] args) throws IOException {
    int domains = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    int millis = args.length > 1 ? Integer.parseInt(args[1]) : 50;
    new LiveChecksBenchmark(System.out).run(domains, Duration.ofMillis(millis));
  }

  private void run(int domains, Duration latency) throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      measure(1, Duration.ZERO);
    }
    print("one domain, three servers, loopback", measure(1, Duration.ZERO));
    Measured one = measure(1, latency);
    print("one domain, three servers, " + latency.toMillis() + " ms", one);
    Measured many = measure(domains, latency);
    print(domains + " domains, three servers, " + latency.toMillis() + " ms", many);
    out.printf(
        Locale.ROOT,
        "  the limits alone allow %.1f s: %d questions to the busiest server, %d a second after the"
            + " first %d; at most %d wait at one server; measured / ideal %.2f%n",
        ideal(many, latency, one.wall).toMillis() / 1000.0,
        many.askedMost,
        LIMITS.perSecond(),
        LIMITS.perSecond(),
        LIMITS.perServer(),
        (double) many.wall.toNanos() / ideal(many, latency, one.wall).toNanos());
  }

  private record Measured(
      Duration wall, int asked, int askedMost, int sockets, int threads, long complete) {}

  /** The shortest time that the rate, the lanes and the longest chain of questions allow. */
  private static Duration ideal(Measured measured, Duration latency, Duration alone) {
    double rate =
        Math.max(0, measured.askedMost - LIMITS.perSecond()) / (double) LIMITS.perSecond();
    double lanes = measured.askedMost * latency.toNanos() / 1e9 / LIMITS.perServer();
    double all = measured.asked * latency.toNanos() / 1e9 / LIMITS.inFlight();
    double seconds = Math.max(Math.max(rate, lanes), Math.max(all, alone.toNanos() / 1e9));
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  private void print(String what, Measured measured) {
    double seconds = measured.wall.toNanos() / 1e9;
    out.printf(
        Locale.ROOT,
        "%s: %.3f s, %d questions, %.0f a second, at most %d sockets and %d threads, %d checks"
            + " complete%n",
        what,
        seconds,
        measured.asked,
        measured.asked / seconds,
        measured.sockets,
        measured.threads,
        measured.complete);
  }

  private static Measured measure(int domains, Duration latency) throws IOException {
    SimulatedZones zones = new SimulatedZones(domains);
    try (MeasuredNetwork network = new MeasuredNetwork(zones, latency);
        ThreadCount threads = new ThreadCount()) {
      DnsSettings settings =
          new DnsSettings(
              List.of(Resolvers.parse(MeasuredNetwork.RESOLVER).orElseThrow()),
              List.of(Resolvers.parse(MeasuredNetwork.PUBLIC).orElseThrow()),
              TrustAnchors.iana(),
              LIMITS,
              1,
              Clock.systemUTC(),
              asked -> {});
      DnsProbeRunner runner = new DnsProbeRunner(settings, network);
      List<ProbeRequest> requests = requests(domains);
      long begun = System.nanoTime();
      Map<ProbeRequest, ProbeResult> results = runner.run(requests);
      Duration wall = Duration.ofNanos(System.nanoTime() - begun);
      long complete = results.values().stream().filter(LiveChecksBenchmark::isComplete).count();
      return new Measured(
          wall, network.asked(), network.askedMost(), network.mostOpen(), threads.most(), complete);
    }
  }

  private static boolean isComplete(ProbeResult result) {
    return !List.of("BUDGET_SPENT", "FAILED", "ERROR", "TIMEOUT").contains(result.outcome().id());
  }

  private static List<ProbeRequest> requests(int domains) {
    List<ProbeRequest> all = new ArrayList<>();
    for (int i = 0; i < domains; i++) {
      Slots slots = Slots.of(Map.of("domain", "d" + i + ".test", "expected", SimulatedZones.VALUE));
      DnsProbes.descriptors().forEach(probe -> all.add(new ProbeRequest(probe.id(), slots)));
    }
    return all;
  }

  /** Looks again and again how many threads the program has, those of the servers not counted. */
  private static final class ThreadCount implements AutoCloseable {
    private final AtomicInteger most = new AtomicInteger();
    private final Thread thread = new Thread(this::look, SimulatedServer.THREADS + "-watch");

    ThreadCount() {
      thread.setDaemon(true);
      thread.start();
    }

    private void look() {
      Thread[] found = new Thread[4096];
      while (!Thread.currentThread().isInterrupted()) {
        int count = Thread.enumerate(found);
        int own = 0;
        for (int i = 0; i < count; i++) {
          own += found[i].getName().startsWith(SimulatedServer.THREADS) ? 0 : 1;
        }
        most.accumulateAndGet(own, Math::max);
        try {
          Thread.sleep(20);
        } catch (InterruptedException e) {
          return;
        }
      }
    }

    int most() {
      return most.get();
    }

    @Override
    public void close() {
      thread.interrupt();
    }
  }
}
