package certbotdoctor.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import certbotdoctor.catalog.Catalog;
import certbotdoctor.log.LogRecord;
import certbotdoctor.log.RecordReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the trigger spares is nothing: with and without it, each record gives the same events. */
class TriggerTest {
  private static final String STAMP = "2026-01-02 03:04:05,678:";
  private static final List<String> HEADERS =
      List.of(
          STAMP + "DEBUG:certbot._internal.display.obj:",
          STAMP + "INFO:acme.client:",
          STAMP + "DEBUG:some.program:",
          STAMP + "WARNING:certbot_dns_example._internal:",
          STAMP + "ERROR:certbot._internal.log:",
          "2026-13-32 03:04:05,678:DEBUG:lexicon:");

  private final EventReader reader = new EventReader(Catalog.builtIn());

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  @Test
  void samplesGiveTheSame() throws IOException {
    for (Path log : files(Path.of("samples"))) {
      compare(Files.readAllBytes(log), log.toString());
    }
  }

  @Test
  void linesOfSamplesInRecordsGiveTheSame() throws IOException {
    Random random = new Random(1);
    StringBuilder log = new StringBuilder();
    for (Path file : files(Path.of("samples"))) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (String line : text.split("\n", -1)) {
        if (line.length() < 2000 && random.nextInt(4) == 0) {
          log.append(HEADERS.get(random.nextInt(HEADERS.size())));
          log.append(random.nextInt(5) == 0 ? "\n" : "").append(line.strip()).append('\n');
        }
      }
    }
    compare(log.toString().getBytes(StandardCharsets.ISO_8859_1), "lines");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void damagedLogsGiveTheSame(int seed) throws IOException {
    Random random = new Random(seed);
    List<Path> files = files(Path.of("samples"));
    byte[] log = Files.readAllBytes(files.get(random.nextInt(files.size())));
    for (int i = 0; i < 30 && log.length > 2; i++) {
      byte[] other = Files.readAllBytes(files.get(random.nextInt(files.size())));
      log = damaged(log, other, random);
    }
    compare(log, "seed " + seed);
  }

  /** Real logs beside the project, where there are any; {@code -Dcorpus} names another folder. */
  @Test
  @Tag("full")
  void realLogsGiveTheSame() throws IOException {
    Path corpus = Path.of(System.getProperty("corpus", "../shared/corpus"));
    assumeTrue(Files.isDirectory(corpus), "no logs at " + corpus + "; name them by -Dcorpus");
    for (Path log : files(corpus)) {
      compare(Files.readAllBytes(log), log.toString());
    }
  }

  private void compare(byte[] log, String name) throws IOException {
    try (RecordReader records = new RecordReader("x", new ByteArrayInputStream(log))) {
      while (records.hasNext()) {
        LogRecord record = records.next();
        byte[] bytes = record.bytes();
        boolean oneLine = record.span().firstLine() == record.span().lastLine();
        if (!record.headed() || (oneLine && Routine.noise(bytes, 0, bytes.length))) {
          continue;
        }
        assertThat(reader.read(record))
            .as("%s, line %d", name, record.span().firstLine())
            .isEqualTo(reader.readWhole(record));
      }
    }
  }

  private static byte[] damaged(byte[] log, byte[] other, Random random) {
    int at = random.nextInt(log.length - 1);
    int length = Math.min(log.length - at, 1 + random.nextInt(60));
    switch (random.nextInt(4)) {
      case 0 -> {
        byte[] changed = log.clone();
        changed[at] ^= (byte) (1 << random.nextInt(8));
        return changed;
      }
      case 1 -> {
        return spliced(log, at, at + length, new byte[0]);
      }
      case 2 -> {
        String header = "\n" + HEADERS.get(random.nextInt(HEADERS.size()));
        return spliced(log, at, at, header.getBytes(StandardCharsets.US_ASCII));
      }
      default -> {
        int from = random.nextInt(other.length);
        int to = Math.min(other.length, from + 1 + random.nextInt(300));
        return spliced(log, at, at, Arrays.copyOfRange(other, from, to));
      }
    }
  }

  private static byte[] spliced(byte[] log, int from, int to, byte[] between) {
    byte[] result = Arrays.copyOf(log, from + between.length + log.length - to);
    System.arraycopy(between, 0, result, from, between.length);
    System.arraycopy(log, to, result, from + between.length, log.length - to);
    return result;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
      files.removeIf(file -> file.toString().endsWith(".yaml") || file.toFile().length() == 0);
      return files;
    }
  }
}
