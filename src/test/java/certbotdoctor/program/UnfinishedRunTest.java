package certbotdoctor.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A log that breaks off, because its disk was full or the process was killed. */
class UnfinishedRunTest {
  private static final Path LOG = Path.of("samples/rfc2136-added-but-nxdomain-log/letsencrypt.log");

  @Test
  void aLogThatBreaksOffIsNotCalledSound() throws Exception {
    String text = Files.readString(LOG);
    String begun = text.substring(0, text.indexOf("Waiting 2 seconds for DNS"));

    Execution run = Execution.piped(begun.getBytes(StandardCharsets.UTF_8), "--offline");

    assertThat(run.out())
        .startsWith("UNFINISHED  No failure is told, but the log ends before the run does.")
        .contains("Certificate: example.org: the log ends before the run does");
    assertThat(run.code()).isZero();
  }

  @Test
  void aQuietLogWithoutCertificatesHasNoUnfinishedOne() {
    Execution run = Execution.of("--offline", "samples/renew-nothing-to-do-terminal/output.txt");

    assertThat(run.out()).startsWith("OK  ").doesNotContain("(no name)", "ends before");
  }
}
