package certbotdoctor.event;

import certbotdoctor.ca.CaTrigger;
import certbotdoctor.event.RecordSorter.Sort;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Searches traffic with a CA for words of failure and for keys, several words at once, skipping
 * what none of them can be part of (the algorithm of Wu and Manber, 1994, with blocks of two
 * bytes).
 */
final class FailureWords {
  /** JSON that tells of a failure, and what shows a thumbprint (certbot before 0.34). */
  private static final List<String> JSON = List.of("invalid", "\"error\"", "\"detail\"");

  private static final String KEY = "keyAuth";

  /** As long as the shortest word. */
  private static final int WINDOW = 7;

  private static final int MASK = 0xFFF;

  private final byte[] shift = new byte[MASK + 1];
  private final List<List<byte[]>> words = new ArrayList<>();

  FailureWords() {
    List<String> all = new ArrayList<>(JSON);
    all.add(KEY);
    all.addAll(CaTrigger.beginnings());
    Arrays.fill(shift, (byte) (WINDOW - 1));
    for (int i = 0; i <= MASK; i++) {
      words.add(List.of());
    }
    for (String word : all) {
      byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
      for (int i = 1; i < WINDOW; i++) {
        int block = block(bytes[i - 1], bytes[i]);
        shift[block] = (byte) Math.min(shift[block], WINDOW - 1 - i);
      }
      int last = block(bytes[WINDOW - 2], bytes[WINDOW - 1]);
      List<byte[]> same = new ArrayList<>(words.get(last));
      same.add(bytes);
      words.set(last, same);
    }
  }

  private static int block(byte first, byte second) {
    return ((first << 5) ^ second) & MASK;
  }

  /** QUIET where no word is there, KEYED where a key may be, else SUSPECT. */
  Sort sort(byte[] bytes, int from, int to) {
    Sort sort = Sort.QUIET;
    int end = from + WINDOW - 1;
    while (end < to) {
      int block = ((bytes[end - 1] << 5) ^ bytes[end]) & MASK;
      int step = shift[block];
      if (step > 0) {
        end += step;
        continue;
      }
      for (byte[] word : words.get(block)) {
        if (at(word, bytes, end - WINDOW + 1, to)) {
          if (word[0] == KEY.charAt(0)) {
            return Sort.KEYED;
          }
          sort = Sort.SUSPECT;
        }
      }
      end++;
    }
    return sort;
  }

  private static boolean at(byte[] word, byte[] bytes, int from, int to) {
    if (word.length > to - from) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (bytes[from + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}
