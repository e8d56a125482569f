package certbotdoctor.capture;

import certbotdoctor.probe.dns.exchange.NameServer;
import certbotdoctor.probe.dns.watch.Look;
import certbotdoctor.probe.dns.watch.Panel;
import certbotdoctor.probe.dns.watch.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Waits until every authoritative server of a name serves some values; recursive resolvers, where
 * wanted, are asked only after that, so that none of them caches an early "no".
 */
public final class RecordWait {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** Rounds after which the way to the servers is looked up anew. */
  private static final int AFRESH = 8;

  private final Panel panel;
  private final List<NameServer> resolvers;
  private final Consumer<Progress> progress;

  /**
   * Waits with a panel.
   *
   * @param resolvers recursive resolvers that must have the values as well; usually none
   * @param progress told after each round
   */
  public RecordWait(Panel panel, List<NameServer> resolvers, Consumer<Progress> progress) {
    this.panel = panel;
    this.resolvers = List.copyOf(resolvers);
    this.progress = progress;
  }

  /**
   * How far it is.
   *
   * @param target where the record is served; null while no way to it is known
   * @param looks what each server has; resolvers are among them once they are asked
   * @param lacking servers that answer and lack a value, or fail
   * @param silent servers that do not answer; they are not waited for while another one answers
   * @param done whether all that answer have the values
   * @param elapsed time since the beginning
   */
  public record Progress(
      @Nullable Target target,
      Map<NameServer, Look> looks,
      List<Look> lacking,
      List<NameServer> silent,
      boolean done,
      Duration elapsed) {}

  /**
   * Waits.
   *
   * @param values all of them must be there
   * @return the state in the end, done or not
   * @throws InterruptedException when the thread is interrupted
   */
  public Progress await(String name, Set<String> values, Duration timeout)
      throws InterruptedException {
    long begun = System.nanoTime();
    Duration pause = FIRST;
    Target target = null;
    for (int round = 0; ; round++) {
      if (target == null || round % AFRESH == 0) {
        target = panel.locate(name).orElse(target);
      }
      Progress now = round(target, name, values, round, begun);
      progress.accept(now);
      Duration left = timeout.minus(now.elapsed());
      if (now.done() || left.isNegative() || left.isZero()) {
        return now;
      }
      Thread.sleep(Math.max(1, Math.min(pause.toMillis(), left.toMillis())));
      pause = pause.multipliedBy(3).dividedBy(2);
      pause = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
  }

  private Progress round(
      @Nullable Target target, String name, Set<String> values, int round, long begun) {
    Map<NameServer, Look> looks = new TreeMap<>();
    if (target != null && target.complete()) {
      looks.putAll(panel.look(target, round));
    }
    boolean done = served(looks, values);
    if (done) {
      for (NameServer resolver : resolvers) {
        looks.put(resolver, panel.askResolver(resolver, name));
      }
      done =
          resolvers.stream().allMatch(one -> looks.containsKey(one) && looks.get(one).has(values));
    }
    List<Look> lacking =
        looks.values().stream()
            .filter(look -> look.state() != Look.State.SILENT && !look.has(values))
            .toList();
    return new Progress(
        target,
        looks,
        lacking,
        silent(target, looks),
        done,
        Duration.ofNanos(System.nanoTime() - begun));
  }

  private static boolean served(Map<NameServer, Look> looks, Set<String> values) {
    List<Look> answers =
        looks.values().stream().filter(look -> look.state() != Look.State.SILENT).toList();
    return !answers.isEmpty() && answers.stream().allMatch(look -> look.has(values));
  }

  private static List<NameServer> silent(@Nullable Target target, Map<NameServer, Look> looks) {
    if (target == null) {
      return List.of();
    }
    return target.servers().stream()
        .filter(
            server -> !looks.containsKey(server) || looks.get(server).state() == Look.State.SILENT)
        .toList();
  }
}
