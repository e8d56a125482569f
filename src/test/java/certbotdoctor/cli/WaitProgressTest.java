package certbotdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.capture.RecordWait;
import certbotdoctor.probe.dns.watch.Target;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What {@code wait} says in the end. */
class WaitProgressTest {
  private static String timedOut(String name) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Streams streams =
        new Streams(new ByteArrayInputStream(new byte[0]), stream, stream, false, false, false);
    Target target = new Target(List.of(name), "example.test", true, new TreeSet<>());
    new WaitProgress(streams, Set.of("value"))
        .end(
            name,
            new RecordWait.Progress(
                target, Map.of(), List.of(), List.of(), false, Duration.ofSeconds(2)));
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void nameOfADomainIsToldTheNameOfTheRecord() {
    assertThat(timedOut("example.test"))
        .contains("no server has \"value\" at example.test")
        .contains(
            "for a certificate of example.test the record is at _acme-challenge.example.test");
  }

  @Test
  void nameOfARecordIsTakenAsItIs() {
    assertThat(timedOut("_acme-challenge.example.test"))
        .contains("no server has \"value\"")
        .doesNotContain("for a certificate");
  }
}
