package certbotdoctor.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
  @Test
  void everyDayOfFourYearsIsReadAsTheFormatterWritesIt() {
    LocalDateTime time = LocalDateTime.of(2024, 1, 1, 0, 0, 0);
    for (int day = 0; day < 1461; day++) {
      String text = time.atOffset(ZoneOffset.UTC).format(DateTimeFormatter.RFC_1123_DATE_TIME);
      assertThat(HttpDate.of(text)).as(text).isEqualTo(time);
      time = time.plusDays(1).plusHours(7).plusMinutes(13).plusSeconds(11).minusHours(7);
    }
  }

  @Test
  void otherFormsThatRfc1123AllowsAreRead() {
    assertThat(HttpDate.of("Tue, 3 Feb 2026 04:05:06 +0100"))
        .isEqualTo(LocalDateTime.of(2026, 2, 3, 3, 5, 6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "Tue, 03 anF 2026 04:05:06 GMT",
        "Tue, 00 Feb 2026 04:05:06 GMT",
        "Mon, 30 Feb 2026 04:05:06 GMT",
        "Tue, 03 Feb 2026 24:65:06 GMT",
        "Tue, 0x Feb 2026 04:05:06 GMT"
      })
  void whatIsNoDateGivesNothing(String text) {
    assertThat(HttpDate.of(text)).isNull();
  }
}
