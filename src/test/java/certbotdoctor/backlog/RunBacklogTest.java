package certbotdoctor.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import certbotdoctor.bench.LogGenerator;
import certbotdoctor.catalog.Catalog;
import certbotdoctor.event.EventReader;
import certbotdoctor.log.RecordReader;
import certbotdoctor.run.AccountKeys;
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.IdentifierRun;
import certbotdoctor.run.Run;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Passing over the traffic with the CA changes nothing that a report tells. */
class RunBacklogTest {
  private static final int WHOLE = Integer.MAX_VALUE;
  private static final int LAZY = -1;

  private final EventReader reader = new EventReader(Catalog.builtIn());

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @Test
  void samplesGiveTheSameRuns() throws IOException {
    for (Path log : files(Path.of("samples"))) {
      compare(Files.readAllBytes(log), log.toString());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void joinedAndDamagedLogsGiveTheSameRuns(int seed) throws IOException {
    Random random = new Random(seed);
    List<Path> files = files(Path.of("samples"));
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    for (int i = 0; i < 4; i++) {
      log.write(Files.readAllBytes(files.get(random.nextInt(files.size()))));
      log.write('\n');
    }
    byte[] bytes = log.toByteArray();
    for (int i = 0; i < random.nextInt(6); i++) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(bytes.length - at, random.nextInt(400));
      byte[] cut = Arrays.copyOf(bytes, bytes.length - length);
      System.arraycopy(bytes, at + length, cut, at, bytes.length - length - at);
      bytes = cut;
    }
    compare(bytes, "seed " + seed);
  }

  /** Runs that come up again and again are told apart from those that only look like them. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void runsThatComeUpAgainGiveTheSame(int seed) throws IOException {
    Random random = new Random(seed);
    ByteArrayOutputStream generated = new ByteArrayOutputStream();
    new LogGenerator(generated, seed, 0.3, 1 + random.nextInt(3)).runs(12);
    byte[] log = generated.toByteArray();
    List<Path> files = files(Path.of("samples"));
    for (int i = 0; i < random.nextInt(5); i++) {
      byte[] other = Files.readAllBytes(files.get(random.nextInt(files.size())));
      log = spliced(log, log.length / 3 + random.nextInt(log.length / 2), other, random);
    }
    compare(log, "seed " + seed);
  }

  /** Repeats lines of the log, or puts lines of another between two of its own. */
  private static byte[] spliced(byte[] log, int near, byte[] other, Random random) {
    int at = near;
    while (log[at - 1] != '\n') {
      at--;
    }
    byte[] from = random.nextBoolean() ? other : log;
    int start = random.nextInt(from.length);
    int end = Math.min(from.length, start + random.nextInt(6000));
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(log, 0, at);
    joined.write(from, start, end - start);
    joined.write('\n');
    joined.write(log, at, log.length - at);
    return joined.toByteArray();
  }

  /** Real logs beside the project, where there are any; {@code -Dcorpus} names another folder. */
  @Test
  @Tag("full")
  void realLogsGiveTheSameRuns() throws IOException {
    Path corpus = Path.of(System.getProperty("corpus", "../shared/corpus"));
    assumeTrue(Files.isDirectory(corpus), "no logs at " + corpus + "; name them by -Dcorpus");
    for (Path log : files(corpus)) {
      compare(Files.readAllBytes(log), log.toString());
    }
  }

  @Test
  void longLogTellsOfTheSameFailures() throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    new LogGenerator(log, 7, 0.2, 60).runs(700);
    Map<String, CertificateRun> whole = newest(runs(log.toByteArray(), WHOLE).runs());
    RunBacklog.Result kept = runs(log.toByteArray(), LAZY);
    assertThat(newest(kept.runs())).isEqualTo(whole).hasSize(60);
    assertThat(kept.summarised()).isPositive();
    assertThat(kept.unreported()).isZero();
  }

  @Test
  void olderRunsKeepTheValuesThatTheyAskedFor() throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    new LogGenerator(log, 7, 0.2, 60).runs(700);
    Run newest = runs(log.toByteArray(), LAZY).runs().get(699);
    assertThat(newest.diary().server()).isNotNull();
    for (Run run : runs(log.toByteArray(), LAZY).runs()) {
      assertThat(run.diary().server()).isEqualTo(newest.diary().server());
      assertThat(run.certificates()).extracting(CertificateRun::name).doesNotContainNull();
    }
  }

  @Test
  void whatIsKeptIsBounded() throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    new LogGenerator(log, 7, 1, 3000).runs(3000);
    RunBacklog.Result kept = runs(log.toByteArray(), LAZY);
    assertThat(kept.runs()).hasSizeLessThan(2500);
    assertThat(kept.unreported()).isPositive();
    assertThat(kept.unreported() + kept.runs().size()).isGreaterThanOrEqualTo(3000);
    CertificateRun last = kept.runs().get(kept.runs().size() - 1).certificates().get(0);
    assertThat(last.identifiers().get(0).problems()).isNotEmpty();
  }

  private void compare(byte[] log, String name) throws IOException {
    assertThat(runs(log, LAZY).runs()).as(name).isEqualTo(runs(log, WHOLE).runs());
  }

  private RunBacklog.Result runs(byte[] log, int small) throws IOException {
    RunBacklog backlog = new RunBacklog(reader, new AccountKeys(), false, small);
    try (RecordReader records = new RecordReader("x", new ByteArrayInputStream(log))) {
      backlog.nextSource(new Uncounted());
      while (records.advance()) {
        backlog.add(records);
      }
    }
    return backlog.finish();
  }

  /** The newest run of each certificate; of those that are well, only that they are. */
  private static Map<String, CertificateRun> newest(List<Run> runs) {
    Map<String, CertificateRun> newest = new HashMap<>();
    for (Run run : runs) {
      for (CertificateRun one : run.certificates()) {
        List<IdentifierRun> names = one.failed() ? one.identifiers() : List.of();
        newest.put(
            String.valueOf(one.name()),
            new CertificateRun(
                one.name(),
                one.authenticator(),
                one.installer(),
                one.outcome(),
                one.dryRun(),
                one.notAfter(),
                names,
                one.problems(),
                one.failed() ? one.events() : List.of()));
      }
    }
    return newest;
  }

  private static final class Uncounted implements RunBacklog.Tally {
    @Override
    public void read(EventReader.Reading reading) {}

    @Override
    public void traffic() {}
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
      files.removeIf(file -> file.toString().endsWith(".yaml") || file.toFile().length() == 0);
      return files;
    }
  }
}
