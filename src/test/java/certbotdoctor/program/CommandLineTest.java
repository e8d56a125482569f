package certbotdoctor.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs, streams, formats and exit codes, as README.md promises them. */
class CommandLineTest {
  private static final Path FAILED = Path.of("samples/wrong-value-quotes-terminal/output.txt");
  private static final Path LOG = Path.of("samples/wrong-value-quotes-log/letsencrypt.log");
  private static final String CAUSE = "txt-whitespace-or-quotes";

  @TempDir private Path scratch;

  @ParameterizedTest
  @CsvSource({
    "success-single-name-log, 0",
    "renew-not-due-terminal, 0",
    "wrong-value-quotes-log, 3",
    "txt-missing-nxdomain-pebble-terminal, 4",
    "not-a-log-prose, 5",
    "not-a-log-empty-file, 5"
  })
  void exitCodeTellsTheResult(String sample, int code) {
    assertThat(Sample.named(sample).run().code()).isEqualTo(code);
  }

  @Test
  void emptyPipeIsAQuietSuccess() {
    Execution run = Execution.of();
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().count()).isLessThan(20);
    assertThat(run.out()).doesNotContain("D1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", ""})
  void standardInputIsRead(String path) throws IOException {
    String[] args =
        path.isEmpty() ? new String[] {"--offline", "-q"} : new String[] {"--offline", "-q", path};
    Execution run = Execution.piped(Files.readAllBytes(FAILED), args);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains(CAUSE);
  }

  @Test
  void severalFilesGiveOneReport() {
    Execution run =
        Execution.of(
            "--offline", "-q", FAILED.toString(), "samples/http01-no-address-terminal/output.txt");
    assertThat(run.out()).contains(CAUSE, "address-record-missing");
  }

  @Test
  void unreadableInputIsNamedAndTheRestDecides() {
    Execution run = Execution.of("--offline", "-q", "no/such/file.log", FAILED.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("no/such/file.log").hasLineCount(1);
    assertThat(run.out()).contains(CAUSE);
  }

  static Stream<byte[]> foreign() {
    byte[] noise = new byte[50_000];
    new Random(1).nextBytes(noise);
    return Stream.of(
        noise,
        new byte[10_000],
        "x".repeat(2_000_000).getBytes(StandardCharsets.UTF_8),
        "\u0000\u0001\u0002\n".repeat(1000).getBytes(StandardCharsets.UTF_8),
        "The quick brown fox jumps over the lazy dog.\n".getBytes(StandardCharsets.UTF_8),
        new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void whatIsNoLogGivesOneSentence(byte[] bytes) throws IOException {
    Path file = scratch.resolve("thing.bin");
    Files.write(file, bytes);
    for (Execution run :
        List.of(Execution.of("--offline", file.toString()), Execution.piped(bytes, "--offline"))) {
      assertThat(run.code()).isEqualTo(5);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("certbot-doctor: ").endsWith(".\n").hasLineCount(1);
    }
  }

  @Test
  void missingAndEmptyPlacesGiveOneSentence() throws IOException {
    Files.createFile(scratch.resolve("empty.log"));
    Files.createDirectories(scratch.resolve("void"));
    Files.createDirectories(scratch.resolve("other"));
    Files.writeString(scratch.resolve("other/photo.jpg"), "\u00ff");
    for (String path : List.of("missing.log", "empty.log", "void", "other")) {
      Execution run = Execution.of("--offline", scratch.resolve(path).toString());
      assertThat(run.code()).as(path).isEqualTo(5);
      assertThat(run.out()).as(path).isEmpty();
      assertThat(run.err()).as(path).contains(path).endsWith(".\n").hasLineCount(1);
    }
  }

  static Stream<byte[]> piped() throws IOException {
    byte[] output = Files.readAllBytes(FAILED);
    byte[] broken = output.clone();
    broken[200] = (byte) 0xfe;
    broken[300] = 0;
    return Stream.of(
        output,
        broken,
        new String(output, StandardCharsets.UTF_8)
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8),
        PackedInputTest.Packer.GZIP.pack(output),
        PackedInputTest.Packer.XZ.pack(output),
        new byte[0],
        new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3},
        "nothing of interest".getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("piped")
  void teePassesEveryByteOn(byte[] bytes) {
    Execution run = Execution.piped(bytes, "--offline", "--tee");
    assertThat(run.stdout()).isEqualTo(bytes);
    assertThat(run.code()).isEqualTo(Execution.piped(bytes, "--offline").code());
    assertThat(run.err()).isNotEmpty();
  }

  @Test
  void teeLeavesTheReportToTheFile() throws IOException {
    Path file = scratch.resolve("report.txt");
    byte[] bytes = Files.readAllBytes(FAILED);
    Execution run = Execution.piped(bytes, "--offline", "--tee", "-o", file.toString());
    assertThat(run.stdout()).isEqualTo(bytes);
    assertThat(run.err()).isEmpty();
    assertThat(file).content().contains(CAUSE);
  }

  @Test
  void reportsGoToEveryFileAndNotToStandardOutput() {
    List<String> names = List.of("a.html", "b.md", "c.txt", "d.json", "e.PROM");
    Stream<String> files =
        names.stream().flatMap(name -> Stream.of("-o", scratch.resolve(name).toString()));
    String[] args =
        Stream.concat(files, Stream.of("--offline", FAILED.toString())).toArray(String[]::new);
    Execution run = Execution.of(args);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.err()).isEmpty();
    assertThat(names)
        .allSatisfy(
            name ->
                assertThat(scratch.resolve(name))
                    .content()
                    .contains(name.endsWith("PROM") ? "certbot_doctor" : CAUSE));
  }

  @Test
  void formatAndFileBoth() {
    Path file = scratch.resolve("report.html");
    Execution run = Execution.of("--offline", "-f", "md", "-o", file.toString(), FAILED.toString());
    assertThat(run.out()).startsWith("#");
    assertThat(file).content().startsWith("<!DOCTYPE html>");
  }

  @ParameterizedTest
  @CsvSource({"text, FAILED", "html, <!DOCTYPE html>", "md, '#'", "json, {", "prom, '# '"})
  void standardOutputHoldsTheReportAndNothingElse(String format, String start) throws IOException {
    Execution run = Execution.of("--offline", "-f", format, FAILED.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith(start).endsWith("\n");
    if (format.equals("json")) {
      assertThat(JsonMapper.builder().build().readTree(run.stdout()).path("diagnoses")).hasSize(1);
    }
  }

  @Test
  void quietTellsVerdictsOnly() {
    Execution run = Execution.of("--offline", "-q", FAILED.toString());
    assertThat(run.out()).hasLineCount(1).contains("D1", CAUSE);
  }

  @Test
  void widthIsKept() {
    Execution run = Execution.of("--offline", "--width", "60", LOG.toString());
    assertThat(run.out().lines().filter(line -> !line.contains("://")))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(76));
  }

  @Test
  void coloursOnlyWhereTheyAreWanted() {
    assertThat(Execution.of("--offline", LOG.toString()).out()).doesNotContain("\u001b");
    assertThat(Execution.of("--offline", "--color", "always", LOG.toString()).out())
        .contains("\u001b[");
  }

  @Test
  void unwritableReportHasItsOwnCode() throws IOException {
    Path file = Files.createFile(scratch.resolve("plain"));
    Execution run =
        Execution.of("--offline", "-o", file.resolve("report.html").toString(), FAILED.toString());
    assertThat(run.code()).isEqualTo(6);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("report.html").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "--no-such-option, --no-such-option",
    "--format=pdf, pdf",
    "--output=report.docx, report.docx",
    "--color=pink, pink",
    "--since=yesterday, yesterday",
    "--width=wide, wide",
    "--budget=soon, soon",
    "--resolver=not/an/address, not/an/address",
    "--rules=no/such/rules, no/such/rules"
  })
  void wrongOptionIsNamed(String option, String named) {
    Execution run = Execution.of("--offline", option, FAILED.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(named);
    assertThat(run.err().lines().count()).isLessThan(5);
  }

  @Test
  void networkCannotBeBothAskedAndForbidden() {
    assertThat(Execution.of("--offline", "--live", FAILED.toString()).code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"records", "events", "runs", "hypotheses", "probes"})
  void stagesAreJsonLines(String stage) throws IOException {
    Execution run = Execution.of("inspect", "--stage", stage, LOG.toString());
    assertThat(run.code()).isZero();
    JsonMapper json = JsonMapper.builder().build();
    for (String line : run.out().lines().toList()) {
      assertThat(json.readTree(line).isObject()).isTrue();
    }
    assertThat(run.out()).isNotEmpty();
  }

  @Test
  void filesAreReadInTheOrderOfTheirTimesHoweverTheyAreNamed() {
    String dir = "samples/stale-value-two-rotations/log/letsencrypt.log";
    Execution told = Execution.of("--offline", "-f", "json", dir + ".2", dir + ".1", dir);
    Execution other = Execution.of("--offline", "-f", "json", dir, dir + ".2", dir + ".1");

    assertThat(told.code()).isEqualTo(3);
    assertThat(other.out()).isEqualTo(told.out());
  }

  @Test
  void unknownStageOrCauseIsWrongUsage() {
    assertThat(Execution.of("inspect", "--stage", "dreams", LOG.toString()).code()).isEqualTo(2);
    Execution cause = Execution.of("explain", "no-such-cause");
    assertThat(cause.code()).isEqualTo(2);
    assertThat(cause.err()).contains("no-such-cause");
  }

  @Test
  void everyCauseCanBeExplained() {
    List<String> causes = Execution.of("explain").out().lines().toList();
    assertThat(causes).hasSizeGreaterThan(40);
    for (String cause : causes) {
      String id = cause.strip().split("\\s", 2)[0];
      Execution page = Execution.of("explain", id);
      assertThat(page.code()).as(id).isZero();
      assertThat(page.out()).contains(id);
    }
  }

  @Test
  void narrowedToANameThatIsNotThereNothingIsCalledHealthy() {
    for (String option : List.of("--domain", "--cert-name")) {
      Execution run = Execution.of("--offline", option, "other.test", FAILED.toString());
      assertThat(run.code()).isEqualTo(5);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .startsWith("certbot-doctor: Nothing in the input is about ")
          .contains("other.test; it is about example.org")
          .hasLineCount(1);
    }
  }

  @Test
  void narrowedToANameThatFailedItIsDiagnosed() {
    Execution run = Execution.of("--offline", "--domain", "EXAMPLE.org", FAILED.toString());
    assertThat(run.code()).isIn(3, 4);
  }

  @Test
  void newestRunOfACertificateDecides() {
    String log = "samples/failed-then-succeeded-log/letsencrypt.log";
    assertThat(Execution.of("--offline", log).code()).isZero();
    Execution all = Execution.of("--offline", "--all", "-q", log);
    assertThat(all.out()).contains("D1");
  }

  @Test
  void equalInputGivesEqualBytes() {
    for (String format : List.of("text", "html", "md", "json", "prom")) {
      byte[] once = Execution.of("--offline", "-f", format, LOG.toString()).stdout();
      assertThat(Execution.of("--offline", "-f", format, LOG.toString()).stdout()).isEqualTo(once);
    }
  }
}
