package certbotdoctor.probe.dns.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanesTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neverRunsMoreThanAllowedAndForgetsNothing(long seed) {
    Random random = new Random(seed);
    int total = 1 + random.nextInt(8);
    int perServer = 1 + random.nextInt(4);
    Deque<Runnable> sleeping = new ArrayDeque<>();
    long[] now = {0};
    Lanes lanes =
        new Lanes(limits(total, perServer), () -> now[0], (delay, task) -> sleeping.add(task));
    List<InetSocketAddress> running = new ArrayList<>();
    int submitted = 50;
    int[] started = {0};
    for (int i = 0; i < submitted; i++) {
      InetSocketAddress server =
          InetSocketAddress.createUnresolved("s" + random.nextInt(4), NameServer.PORT);
      lanes.start(
          server,
          () -> {
            started[0]++;
            running.add(server);
            check(running, total, perServer);
          });
      if (!running.isEmpty() && random.nextBoolean()) {
        lanes.done(running.remove(random.nextInt(running.size())));
      }
    }
    while (!running.isEmpty() || !sleeping.isEmpty()) {
      if (running.isEmpty()) {
        now[0] += 1_000_000_000;
        sleeping.remove().run();
      } else {
        lanes.done(running.remove(0));
      }
    }
    assertThat(started[0]).isEqualTo(submitted);
  }

  private static Limits limits(int total, int perServer) {
    Duration wait = Duration.ofSeconds(1);
    return new Limits(wait, 1000, 1000, total, perServer, 7, wait, wait);
  }

  @Test
  void keepsToTheRateOfAServer() {
    long[] now = {0};
    List<Long> delays = new ArrayList<>();
    Deque<Runnable> sleeping = new ArrayDeque<>();
    Lanes lanes =
        new Lanes(
            limits(100, 100),
            () -> now[0],
            (delay, task) -> {
              delays.add(delay);
              sleeping.add(task);
            });
    InetSocketAddress server = InetSocketAddress.createUnresolved("s", NameServer.PORT);
    int[] started = {0};
    for (int i = 0; i < 10; i++) {
      lanes.start(server, () -> started[0]++);
    }
    assertThat(started[0]).isEqualTo(7);
    assertThat(delays).containsExactly(142_857_143L);
    now[0] += 142_857_143L;
    sleeping.remove().run();
    assertThat(started[0]).isEqualTo(8);
  }

  private static void check(List<InetSocketAddress> running, int total, int perServer) {
    Map<InetSocketAddress, Integer> counts = new HashMap<>();
    running.forEach(one -> counts.merge(one, 1, Integer::sum));
    assertThat(running).hasSizeLessThanOrEqualTo(total);
    assertThat(counts.values()).allSatisfy(n -> assertThat(n).isLessThanOrEqualTo(perServer));
  }
}
