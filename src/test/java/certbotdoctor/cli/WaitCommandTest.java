package certbotdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The words and exit codes of {@code wait}; waiting itself is tested with its own servers. */
class WaitCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(Map<String, String> environment, String... arguments) {
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            false);
    CommandLine line = new CommandLine(new WaitCommand(streams, Clock.systemUTC(), environment));
    line.setErr(new java.io.PrintWriter(err, true, StandardCharsets.UTF_8));
    return line.execute(arguments);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void nameAndValueAreNeeded() {
    assertThat(run(Map.of())).isEqualTo(2);
    assertThat(run(Map.of(), "_acme-challenge.example.test")).isEqualTo(2);
    assertThat(err()).contains("--expect");
  }

  @Test
  void environmentOfAHookIsNeededWhereItIsToBeUsed() {
    assertThat(run(Map.of("CERTBOT_DOMAIN", "example.test"), "--from-certbot-env")).isEqualTo(2);
    assertThat(err()).contains("CERTBOT_VALIDATION is not set");
  }

  @Test
  void environmentAndNameExcludeEachOther() {
    assertThat(run(Map.of(), "name.example.test", "--expect", "x", "--from-certbot-env"))
        .isEqualTo(2);
  }

  @Test
  void reservedNamesAreAskedOnlyOfANamedResolver() {
    Map<String, String> environment =
        Map.of("CERTBOT_DOMAIN", "*.example.org", "CERTBOT_VALIDATION", "value");
    assertThat(run(environment, "--from-certbot-env")).isEqualTo(2);
    assertThat(err()).contains("_acme-challenge.example.org", "--resolver");
  }

  @Test
  void timeOutSaysThatNothingLeadsToTheServers() {
    int code =
        run(
            Map.of("CERTBOT_DOMAIN", "example.org", "CERTBOT_VALIDATION", "value"),
            "--from-certbot-env",
            "--resolver",
            "127.0.0.1:9",
            "--timeout",
            "1ms");
    assertThat(code).isEqualTo(3);
    assertThat(err()).contains("timed out", "_acme-challenge.example.org");
  }

  @Test
  void nonsenseIsRefusedWithTheRightForm() {
    assertThat(run(Map.of(), "a.test", "--expect", "x", "--timeout", "soon")).isEqualTo(2);
    assertThat(err()).contains("--timeout takes a duration such as 5s or 2m, not 'soon'");
  }
}
