package certbotdoctor.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The mission's sample gives its approved report. */
class MissionReportTest {
  @Test
  void givesTheApprovedReport() throws Exception {
    Path approved = Path.of("samples/mission-composite/report.txt");
    String report = Execution.of("--offline", "samples/mission-composite/output.txt").out();
    assertThat(report).isEqualTo(Files.readString(approved));
  }
}
