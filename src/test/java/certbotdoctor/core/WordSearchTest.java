package certbotdoctor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordSearchTest {
  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  /** Few letters, so that words begin alike, overlap and nearly stand there all the time. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsWhatComparingAtEachPlaceFinds(int seed) {
    Random random = new Random(seed);
    String letters = "abc\u00e9".substring(0, 2 + random.nextInt(3));
    int shortest = 2 + random.nextInt(12);
    List<String> words = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      words.add(text("abc".substring(0, 2 + seed % 2), shortest + random.nextInt(6), random));
    }
    WordSearch search = new WordSearch(words);
    for (int i = 0; i < 50; i++) {
      StringBuilder text = new StringBuilder(text(letters, random.nextInt(60), random));
      if (random.nextBoolean()) {
        text.insert(random.nextInt(text.length() + 1), words.get(random.nextInt(words.size())));
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
      int from = random.nextInt(bytes.length + 1);
      int to = from + random.nextInt(bytes.length - from + 1);
      assertThat(search.find(bytes, from, to))
          .as("%s in %s from %d to %d", words, text, from, to)
          .isEqualTo(first(words, text.toString(), from, to));
    }
  }

  @Test
  void wordsOfDifferentLengthsAreFoundAtTheirFirstPlace() {
    WordSearch search = new WordSearch(List.of("ab", "a longer word"));
    byte[] text = Bytes.of("xx a longer word, ab");
    assertThat(search.find(text, 0, text.length)).isEqualTo(3);
    assertThat(search.find(text, 4, text.length)).isEqualTo(18);
    assertThat(search.find(text, 19, text.length)).isEqualTo(-1);
  }

  private static int first(List<String> words, String text, int from, int to) {
    for (int at = from; at < to; at++) {
      for (String word : words) {
        if (at + word.length() <= to && text.startsWith(word, at)) {
          return at;
        }
      }
    }
    return -1;
  }

  private static String text(String letters, int length, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
