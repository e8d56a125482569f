package certbotdoctor.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CutWidthTest {
  private static final String LONG =
      "the quick brown fox jumps over the lazy dog and then goes on to jump over all of its friends,"
          + " of whom there are many more than fit into a line of any terminal that people use";

  @Test
  void linesThatEndInTheMiddleOfWordsAreCut() {
    String cut = (LONG + "\nshort\n").repeat(4).replaceAll("(.{80})(?=.)", "$1\n");

    assertThat(width(cut)).isEqualTo(80);
  }

  @Test
  void charactersAreCountedAndNotBytes() {
    String cut = ("\u00e9" + LONG + "\n").repeat(4).replaceAll("(.{80})(?=.)", "$1\n");

    assertThat(width(cut)).isEqualTo(80);
  }

  @Test
  void linesThatWereWrappedBetweenWordsAreNot() {
    String wrapped = (LONG + "\n").repeat(4).replaceAll("(.{60,80}) ", "$1\n");

    assertThat(width(wrapped)).isZero();
  }

  @Test
  void equalLinesOfAStructureAreNot() {
    String requests = ("{\n  \"protected\": \"" + "e".repeat(90) + "\",\n  \"a\": 1\n}\n");

    assertThat(width(requests.repeat(9))).isZero();
  }

  @Test
  void linesOfAnyLengthAreNot() {
    String lines = "word".repeat(30) + "\n" + "word".repeat(31) + "\n" + "word".repeat(130) + "\n";

    assertThat(width(lines.repeat(9))).isZero();
  }

  private static int width(String text) {
    return CutWidth.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
