package certbotdoctor.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Standard output on a disk without space. */
class FullDiskTest {
  private static final Path FULL = Path.of("/dev/full");

  @Test
  void standardOutputThatTakesNothingIsSaid() throws Exception {
    assumeThat(FULL).exists();
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "certbotdoctor.cli.Main",
                    "--offline",
                    "samples/wrong-value-typo-log/letsencrypt.log"))
            .redirectOutput(new File(FULL.toString()))
            .start();
    process.getOutputStream().close();
    String told = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(6);
    assertThat(told).contains("standard output could not take the whole report");
  }
}
