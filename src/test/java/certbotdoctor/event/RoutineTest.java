package certbotdoctor.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutineTest {
  private static final String REQUEST =
      "2026-08-01 03:17:42,123:DEBUG:urllib3.connectionpool:http://192.0.2.9:8081 \"PATCH"
          + " /api/v1/zones/example.org. HTTP/1.1\" ";

  @ParameterizedTest
  @ValueSource(strings = {"204 0", "200 4094"})
  void requestsThatWentWellArePassedOver(String answer) {
    assertThat(noise(REQUEST + answer)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "403 12",
        "204 0 Domain: example.org Type: unauthorized Detail: No TXT record found",
        "204 0 2026-08-01 03:17:43,123:DEBUG:certbot._internal.error_handler:Calling"
      })
  void whatTellsOrHangsOnIsNot(String rest) {
    assertThat(noise(REQUEST + rest)).isFalse();
  }

  private static boolean noise(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return Routine.noise(bytes, 0, bytes.length);
  }
}
