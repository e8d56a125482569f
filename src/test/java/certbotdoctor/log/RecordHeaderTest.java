package certbotdoctor.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RecordHeaderTest {
  private static final String HEADER = "2026-08-01 03:17:42,123:DEBUG:acme.client:";
  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3}:[A-Z]{4,9}:.*", Pattern.DOTALL);

  /** Each byte of a header by each other one, and now and then two of them. */
  @Test
  void aHeaderIsWhatHasItsForm() {
    Random random = new Random(1);
    byte[] header = HEADER.getBytes(StandardCharsets.ISO_8859_1);
    for (int at = 0; at < 31; at++) {
      for (int value = 0; value < 256; value++) {
        byte[] bytes = header.clone();
        bytes[at] = (byte) value;
        check(bytes);
        bytes[random.nextInt(31)] ^= (byte) (1 << random.nextInt(8));
        check(bytes);
      }
    }
  }

  @Test
  void aHeaderStandsWithinTheLimit() {
    byte[] header = HEADER.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(RecordHeader.at(header, 0, 30)).isTrue();
    assertThat(RecordHeader.at(header, 0, 29)).isFalse();
    assertThat(RecordHeader.at(header, 1, header.length)).isFalse();
  }

  private static void check(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(RecordHeader.at(bytes, 0, bytes.length))
        .as(text)
        .isEqualTo(FORM.matcher(text).matches());
  }
}
