package certbotdoctor.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import certbotdoctor.log.RecordReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damaged samples: never an exception, never a hang, no byte lost, an exit code of the contract.
 */
class DamagedInputTest {
  /** Far beyond any honest run: what takes that long does not end. */
  private static final Duration FOREVER = Duration.ofMinutes(2);

  private static final List<String> FORMATS = List.of("json", "text", "html", "md", "prom");
  private static final List<byte[]> INPUTS =
      Sample.all().stream()
          .flatMap(sample -> sample.inputs().stream())
          .filter(Files::isRegularFile)
          .map(DamagedInputTest::bytes)
          .toList();

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static IntStream some() {
    return IntStream.range(0, 60);
  }

  static IntStream many() {
    return IntStream.range(60, 1000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("some")
  void someDamage(int seed) {
    assertTimeoutPreemptively(FOREVER, () -> check(seed));
  }

  @Tag("full")
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("many")
  void muchDamage(int seed) {
    assertTimeoutPreemptively(FOREVER, () -> check(seed));
  }

  private static void check(int seed) throws IOException {
    Random random = new Random(seed);
    byte[] input = new Mutation(random, INPUTS).of(INPUTS.get(random.nextInt(INPUTS.size())));
    lossless(input);
    String format = FORMATS.get(seed % FORMATS.size());
    List<String> args = new ArrayList<>(List.of("--offline", "-f", format));
    if (random.nextInt(4) == 0) {
      args.add("--share");
    }
    Execution run = Execution.piped(input, args.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isIn(0, 3, 4, 5);
    if (run.code() == 5) {
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("certbot-doctor: ");
    } else if (format.equals("json")) {
      assertThat(JsonMapper.builder().build().readTree(run.stdout()).has("diagnoses")).isTrue();
    }
    if (format.equals("text")) {
      assertThat(visible(run.out())).isEqualTo(run.out());
    }
  }

  private static void lossless(byte[] input) throws IOException {
    long end = 0;
    try (RecordReader records = new RecordReader("x", new ByteArrayInputStream(input))) {
      while (records.hasNext()) {
        var span = records.next().span();
        assertThat(span.firstByte()).isEqualTo(end);
        end = span.endByte();
      }
    }
    assertThat(end).isEqualTo(input.length);
  }

  /** Text without what would steer a terminal. */
  private static String visible(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\\n]]|[\\u202a-\\u202e\\u2066-\\u2069]", "");
  }
}
