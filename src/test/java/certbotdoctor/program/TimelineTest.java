package certbotdoctor.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps of the newest run stand in the order in which they happened. */
class TimelineTest {
  @ParameterizedTest
  @CsvSource({
    "stale-value-two-rotations, order deploy check failure cleanup",
    "success-hook-exit-1-log, order deploy deploy check cleanup cleanup cleanup success",
    "hook-exit-1-log, order deploy deploy deploy check failure cleanup",
    "rfc2136-server-down-log, order failure cleanup",
    "cloudflare-zone-not-found-terminal, order failure",
    "le-notes-box-wrapped-certbot-1-9, order wait check failure failure cleanup"
  })
  void stepsStandInTheOrderOfEvents(String sample, String kinds) throws IOException {
    List<String> found = new ArrayList<>();
    for (JsonNode step : timeline(sample)) {
      found.add(step.path("kind").asText());
    }
    assertThat(String.join(" ", found)).isEqualTo(kinds);
  }

  @ParameterizedTest
  @CsvSource({"stale-value-two-rotations", "renew-three-lineages-one-fails-log"})
  void timesNeverGoBack(String sample) throws IOException {
    List<Long> times = new ArrayList<>();
    for (JsonNode step : timeline(sample)) {
      times.add(step.path("offsetMillis").asLong());
    }
    assertThat(times).isSorted().allMatch(time -> time >= 0);
  }

  private static JsonNode timeline(String sample) throws IOException {
    byte[] report = Sample.named(sample).run("-f", "json").stdout();
    return JsonMapper.builder().build().readTree(report).at("/runs/0/timeline");
  }
}
