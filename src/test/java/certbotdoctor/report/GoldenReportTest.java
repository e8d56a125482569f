package certbotdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.program.Execution;
import certbotdoctor.program.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Approved reports: of composed reports in every format, and of every sample in those that people
 * and programs read. {@code mvn test -Dtest=GoldenReportTest -Dapprove=true} writes them anew; look
 * at the difference before it is committed.
 */
class GoldenReportTest {
  private static final boolean APPROVE = Boolean.getBoolean("approve");
  private static final String HOW =
      "if it is right, approve it: mvn test -Dtest=GoldenReportTest -Dapprove=true";
  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final Path COMPOSED = RESOURCES.resolve("certbotdoctor/report/golden");
  private static final Path SAMPLES = RESOURCES.resolve("reports");
  private static final List<Format> OF_SAMPLES =
      List.of(Format.TEXT, Format.HTML, Format.MD, Format.JSON);
  private static final int NOTHING_READ = 5;

  @TempDir private Path folder = Path.of("unused");

  private static List<Arguments> reports() {
    List<Arguments> all = new ArrayList<>();
    for (String name : SampleReports.all().keySet()) {
      for (Format format : Format.values()) {
        all.add(Arguments.of(name, format));
      }
    }
    return all;
  }

  private static List<String> samples() {
    return Sample.all().stream().map(Sample::name).toList();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void theReportIsTheApprovedOne(String name, Format format) throws IOException {
    String rendered = Rendered.of(format, SampleReports.named(name));
    compare(rendered, COMPOSED.resolve(name + "." + format.extension()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSampleGivesTheApprovedReports(String name) throws IOException {
    List<String> options = new ArrayList<>();
    for (Format format : OF_SAMPLES) {
      options.add("-o");
      options.add(folder.resolve("report." + format.extension()).toString());
    }
    Execution run = Sample.named(name).run(options.toArray(String[]::new));
    for (Format format : OF_SAMPLES) {
      Path approved = SAMPLES.resolve(name + "." + format.extension());
      Path written = folder.resolve("report." + format.extension());
      if (run.code() == NOTHING_READ) {
        assertThat(written).doesNotExist();
        assertThat(approved).doesNotExist();
      } else {
        compare(Files.readString(written), approved);
      }
    }
  }

  private static void compare(String rendered, Path approved) throws IOException {
    String page = withoutConstants(rendered);
    if (APPROVE) {
      Files.createDirectories(Objects.requireNonNull(approved.getParent()));
      Files.writeString(approved, page);
    }
    assertThat(approved).as("No report is approved yet; %s", HOW).exists();
    assertThat(page).as("Not the approved report; %s", HOW).isEqualTo(Files.readString(approved));
  }

  /** The style, the script and the drawings of a page have tests of their own. */
  private static String withoutConstants(String rendered) {
    return rendered
        .replaceAll("(?s)<style>.*</style>", "<style/>")
        .replaceAll("(?s)<script>.*</script>", "<script/>")
        .replaceAll("(?s)<symbol .*</symbol>", "<symbol/>")
        .replaceAll("'sha256-[^']+'", "'sha256'");
  }

  @ParameterizedTest
  @MethodSource("reports")
  void theSameReportGivesTheSameBytes(String name, Format format) {
    assertThat(Rendered.of(format, SampleReports.named(name)))
        .isEqualTo(Rendered.of(format, SampleReports.named(name)));
  }

  @Test
  void noApprovedReportIsLeftOver() throws IOException {
    List<String> wanted =
        reports().stream()
            .map(a -> a.get()[0] + "." + ((Format) a.get()[1]).extension())
            .sorted()
            .toList();
    try (Stream<Path> files = Files.list(COMPOSED)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())).sorted())
          .containsExactlyElementsOf(wanted);
    }
    try (Stream<Path> files = Files.list(SAMPLES)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName()).replaceFirst("\\.\\w+$", "")))
          .isSubsetOf(samples());
    }
  }
}
