package certbotdoctor.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A text that says the same again and again, also on one endless line, is read to its end, and what
 * is kept of it grows with the text, not with its square.
 */
class RepeatedTextTest {
  private static final int SIZE = 25_000;

  static Stream<String> units() {
    Stream<String> phrases =
        OutputVector.all().stream()
            .map(OutputVector::text)
            .flatMap(text -> Stream.of(text, text.replace('\n', ' ')));
    return Stream.concat(phrases, scraps());
  }

  static Stream<String> scraps() {
    return Stream.of(
        "> ",
        "| ",
        "# ",
        "a.",
        "[a.",
        "\"",
        "{\"",
        "{\"a\":[",
        "{\"type\": \"dns\"} ",
        "\n ",
        "Domain: x ",
        "Type: ",
        "Detail: ",
        "Output from ",
        "(failure) ",
        "(dns-01): urn:",
        "Traceback (most recent call last):\n",
        "Hook command returned error code 3 ",
        "An unexpected error occurred: ",
        "DNS problem: ");
  }

  @Timeout(120)
  @ParameterizedTest
  @MethodSource("scraps")
  void scrapsAreReadToTheEnd(String unit) {
    assertGrowsWithTheText(unit);
  }

  @Tag("full")
  @Timeout(120)
  @ParameterizedTest
  @MethodSource("units")
  void everyPhraseIsReadToTheEnd(String unit) {
    assertGrowsWithTheText(unit);
  }

  @Timeout(120)
  @Test
  void everythingOnOneLineIsReadToTheEnd() {
    String line = String.join(" ", units().map(unit -> unit.replace('\n', ' ')).toList());

    assertThat(OutputVector.read(line)).isNotEmpty();
  }

  private static void assertGrowsWithTheText(String unit) {
    long once = kept(unit.repeat(SIZE / unit.length()));
    long twice = kept(unit.repeat(2 * SIZE / unit.length()));

    assertThat(twice).isLessThan(3 * once + 1_000_000);
  }

  /** Characters of all that the events say. */
  private static long kept(String text) {
    List<Event> events = OutputVector.read(text);
    return events.stream().mapToLong(event -> event.toString().length()).sum();
  }
}
