package certbotdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.program.Execution;
import certbotdoctor.program.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Planted secrets of each kind appear in no format, in whatever field of the report they stood. */
class LeakTest {
  private static final Pattern RECORD =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d [\\d:,]+:[A-Z]+:[\\w.]+:");

  @TempDir private Path folder = Path.of("unused");

  @ParameterizedTest
  @EnumSource(Format.class)
  void noFormatShowsASecret(Format format) {
    String lines = String.join("\n", PlantedSecrets.LINES);
    Report planted = Injector.quotedEverywhere(SampleReports.staleRecord(), lines);
    Report clean = new Redactor().redactSecrets(planted);
    String shown = Rendered.of(format, clean, new Style(false, false, 200, false, true));
    assertThat(shown.replaceAll("\\s", "")).doesNotContain(PlantedSecrets.CORE);
    assertThat(Rendered.of(format, Sharing.share(clean))).doesNotContain(PlantedSecrets.CORE);
  }

  /** Every sample with all secrets among its lines, in every format, also shared and verbose. */
  @ParameterizedTest
  @MethodSource("samples")
  @Tag("full")
  void noSampleShowsAPlantedSecret(String name) throws IOException {
    List<String> args = new ArrayList<>(List.of("--offline", "--all", "-v", "-f", "text"));
    for (Format format : Format.values()) {
      args.addAll(List.of("-o", folder.resolve("report." + format.extension()).toString()));
    }
    for (Path input : Sample.named(name).inputs()) {
      args.add(planted(input).toString());
    }
    for (List<String> more : List.of(List.<String>of(), List.of("--share"))) {
      Execution run =
          Execution.of(Stream.concat(args.stream(), more.stream()).toArray(String[]::new));
      assertThat(run.out() + run.err()).doesNotContain(PlantedSecrets.CORE);
      for (Format format : Format.values()) {
        Path report = folder.resolve("report." + format.extension());
        assertThat(Files.exists(report) ? Files.readString(report) : "")
            .as("%s %s %s", name, format, more)
            .doesNotContain(PlantedSecrets.CORE);
      }
    }
  }

  private static List<String> samples() {
    return Sample.all().stream().map(Sample::name).toList();
  }

  /** A copy with a secret after every line, by itself or as a record of a debug log. */
  private Path planted(Path input) throws IOException {
    Path copy = folder.resolve(String.valueOf(input.getFileName()));
    if (Files.isDirectory(input)) {
      Files.createDirectories(copy);
      try (Stream<Path> files = Files.list(input)) {
        for (Path file : files.toList()) {
          plant(file, copy.resolve(String.valueOf(file.getFileName())));
        }
      }
    } else {
      plant(input, copy);
    }
    return copy;
  }

  private static void plant(Path file, Path copy) throws IOException {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1)) {
      String secret = PlantedSecrets.LINES.get(at++ % PlantedSecrets.LINES.size());
      Matcher record = RECORD.matcher(line);
      out.append(line).append('\n').append(record.lookingAt() ? record.group() : "").append(secret);
      out.append('\n');
    }
    Files.writeString(copy, out, StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @EnumSource(value = Format.class, names = "PROM", mode = EnumSource.Mode.EXCLUDE)
  void withoutRedactionTheSecretWouldBeThere(Format format) {
    Report planted =
        Injector.quotedEverywhere(SampleReports.staleRecord(), PlantedSecrets.LINES.get(3));
    assertThat(Rendered.of(format, planted)).contains(PlantedSecrets.CORE);
  }
}
