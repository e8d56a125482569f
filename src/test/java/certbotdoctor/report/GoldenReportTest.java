package certbotdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Approved reports. {@code mvn test -Dtest=GoldenReportTest -Dapprove=true} writes them anew; look
 * at the difference before it is committed.
 */
class GoldenReportTest {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "certbotdoctor", "report", "golden");

  private static List<Arguments> reports() {
    List<Arguments> all = new ArrayList<>();
    for (String name : SampleReports.all().keySet()) {
      for (Format format : Format.values()) {
        all.add(Arguments.of(name, format));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("reports")
  void theReportIsTheApprovedOne(String name, Format format) throws IOException {
    String rendered = page(Rendered.of(format, SampleReports.named(name)));
    Path file = FOLDER.resolve(name + "." + format.extension());
    if (Boolean.getBoolean("approve")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, rendered);
    }
    assertThat(file).exists();
    assertThat(rendered).isEqualTo(Files.readString(file));
  }

  /** The style and the script of a page have tests of their own. */
  private static String page(String rendered) {
    return rendered
        .replaceAll("(?s)<style>.*</style>", "<style/>")
        .replaceAll("(?s)<script>.*</script>", "<script/>")
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
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .containsExactlyElementsOf(wanted);
    }
  }
}
