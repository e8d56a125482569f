package certbotdoctor.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.probe.dns.world.World;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every outcome that a probe says it can find is found in a sample world. */
class OutcomesTest {
  private static final OutcomeWorlds WORLDS = new OutcomeWorlds();

  static Stream<String> outcomes() {
    return WORLDS.samples().keySet().stream();
  }

  @Test
  void haveASampleEach() {
    Set<String> described = new TreeSet<>();
    DnsProbes.descriptors()
        .forEach(probe -> probe.outcomes().forEach(word -> described.add(probe.id() + " " + word)));
    assertThat(WORLDS.samples().keySet()).containsExactlyElementsOf(described);
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void areFoundInTheirSample(String outcome) {
    OutcomeWorlds.Sample sample = WORLDS.samples().get(outcome);
    assertThat(sample).isNotNull();
    String probe = outcome.substring(0, outcome.indexOf(' '));
    try (World world = new World()) {
      sample.setting().accept(world);
      String found =
          world
              .probe(
                  probe,
                  "domain",
                  sample.domain(),
                  "expected",
                  sample.expected(),
                  "stale",
                  OutcomeWorlds.OLD,
                  "account",
                  "https://ca.test/acct/1")
              .outcome()
              .id();
      assertThat(probe + " " + found).isEqualTo(outcome);
    }
  }
}
