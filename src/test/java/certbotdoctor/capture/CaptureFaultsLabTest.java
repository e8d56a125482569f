package certbotdoctor.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real certbot that is interrupted, killed, or answered too early. */
@Tag("full")
class CaptureFaultsLabTest {
  private static final String REMOVE = "echo \"update delete $name TXT\" | update";
  private static final Pattern VALUE = Pattern.compile("with the following value:\\s+(\\S{43})\\s");

  @TempDir private Path directory = Path.of("");

  private CaptureLab lab(int lag) throws IOException, InterruptedException {
    assumeTrue(CaptureLab.possible() && TerminalSession.possible(), "all programs are there");
    return new CaptureLab(directory, lag);
  }

  private Path report() {
    return directory.resolve("report.json");
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(report().toFile());
  }

  /** certbot with hooks; the first one says that it is up, and then takes its time. */
  private List<String> slow(CaptureLab lab) throws IOException {
    String auth =
        lab.hook(
            "slow",
            "echo \"update add $name 60 TXT $CERTBOT_VALIDATION\" | update\n"
                + "echo $PPID > '%s'; while [ -e \"$0\" ]; do sleep 0.2; done"
                    .formatted(directory.resolve("up")));
    return lab.certbot(
        "--manual",
        "--preferred-challenges=dns",
        "--manual-auth-hook",
        auth,
        "--manual-cleanup-hook",
        lab.hook("remove", REMOVE),
        "-d",
        "example.org");
  }

  private long client(TerminalSession session) throws Exception {
    Path up = directory.resolve("up");
    for (int i = 0; !Files.exists(up) || Files.size(up) == 0; i++) {
      assertThat(session.runs() && i < 1200).as(session.shown()).isTrue();
      Thread.sleep(100);
    }
    long shell = Long.parseLong(Files.readString(up).strip());
    ProcessHandle process = ProcessHandle.of(shell).orElseThrow();
    // certbot runs a hook through a shell, which may or may not stay between them
    while (!process.info().commandLine().orElse("").contains("certonly")) {
      process = process.parent().orElseThrow();
    }
    return process.pid();
  }

  @Test
  void interruptLetsCertbotCleanUpAndGivesWhatIsKnown() throws Exception {
    try (CaptureLab lab = lab(0)) {
      TerminalSession session =
          lab.terminal(report(), lab.certbot(lab.rfc2136(600, "example.org")));
      session.await("Waiting 600 seconds");
      assertThat(lab.serves("_acme-challenge.example.org")).isNotEmpty();
      session.type(TerminalSession.CTRL_C);
      assertThat(session.end()).as(session.shown()).isEqualTo(1);
      assertThat(lab.serves("_acme-challenge.example.org")).isEmpty();
      assertThat(json().path("diagnoses").toString()).doesNotContain("propagation-delay");
    }
  }

  @Test
  void killedCertbotGivesWhatIsKnown() throws Exception {
    try (CaptureLab lab = lab(0)) {
      TerminalSession session = lab.terminal(report(), slow(lab));
      ProcessHandle.of(client(session)).orElseThrow().destroyForcibly();
      assertThat(session.end()).as(session.shown()).isEqualTo(137);
      assertThat(json().path("runs").path(0).path("outcome").asText()).isEqualTo("incomplete");
      assertThat(session.shown()).contains("stopped by signal KILL");
    }
  }

  @Test
  void recordThatKilledCertbotLeavesBehindIsNamed() throws Exception {
    try (CaptureLab lab = lab(0)) {
      TerminalSession session =
          lab.terminal(report(), lab.certbot(lab.rfc2136(600, "example.org")));
      session.await("Waiting 600 seconds");
      session.descendant("/usr/bin/certbot certonly").destroyForcibly();
      assertThat(session.end()).as(session.shown()).isEqualTo(137);
      assertThat(json().path("notices"))
          .anySatisfy(
              notice -> {
                assertThat(notice.path("id").asText()).isEqualTo("record-left-behind");
                assertThat(notice.path("text").asText())
                    .contains("_acme-challenge.example.org was left behind", "ns1.example.org");
              });
    }
  }

  @Test
  void interruptAfterTheEndGivesWhatIsKnownAtOnce() throws Exception {
    try (CaptureLab lab = lab(40)) {
      TerminalSession session = lab.terminal(report(), lab.certbot(lab.rfc2136(1, "example.org")));
      session.await("Ctrl-C ends that");
      session.type(TerminalSession.CTRL_C);
      assertThat(session.end()).as(session.shown()).isEqualTo(1);
      assertThat(json().path("diagnoses").toString())
          .contains("lacked the value for as long as it was up")
          .doesNotContain("the slowest server, ");
    }
  }

  @Test
  void personWhoAnswersThePromptTooEarlyLearnsWhichServerLagged() throws Exception {
    try (CaptureLab lab = lab(6)) {
      List<String> command =
          new ArrayList<>(
              lab.certbot(
                  "--manual",
                  "--preferred-challenges=dns",
                  "--debug-challenges",
                  "-d",
                  "example.org"));
      command.remove("-n");
      TerminalSession session = lab.terminal(report(), command);
      session.await("Press Enter to Continue");
      Matcher value = VALUE.matcher(session.shown());
      assertThat(value.find()).as(session.shown()).isTrue();
      lab.send("update add _acme-challenge.example.org 60 TXT " + value.group(1));
      session.type("\n");
      session.await("Challenges loaded");
      session.type("\n");
      assertThat(session.end()).as(session.shown()).isEqualTo(1);
      JsonNode found = json().path("diagnoses").path(0);
      assertThat(found.path("cause").asText()).isEqualTo("propagation-delay");
      assertThat(found.toString()).contains("\"during\":true", "ns2.example.org");
    }
  }
}
