package certbotdoctor.probe.dns.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
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
    Lanes lanes = new Lanes(total, perServer);
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
    while (!running.isEmpty()) {
      lanes.done(running.remove(0));
    }
    assertThat(started[0]).isEqualTo(submitted);
  }

  private static void check(List<InetSocketAddress> running, int total, int perServer) {
    Map<InetSocketAddress, Integer> counts = new HashMap<>();
    running.forEach(one -> counts.merge(one, 1, Integer::sum));
    assertThat(running).hasSizeLessThanOrEqualTo(total);
    assertThat(counts.values()).allSatisfy(n -> assertThat(n).isLessThanOrEqualTo(perServer));
  }
}
