package certbotdoctor.core;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Searches bytes for several words at once, skipping what none of them can be part of (the
 * algorithm of Wu and Manber, 1994, with blocks of two bytes). The longer the shortest word, the
 * more is skipped.
 */
public final class WordSearch {
  private static final int MASK = 0xFFF;
  private static final byte[][] NONE = {};

  /** The length of the shortest word; so much of each word decides how far can be skipped. */
  private final int window;

  private final byte[] shift = new byte[MASK + 1];

  /** The words by the block that ends their window. */
  private final byte[][][] words = new byte[MASK + 1][][];

  /**
   * A search.
   *
   * @param all the words, ASCII, each of two characters or more
   */
  public WordSearch(List<String> all) {
    this.window =
        Math.min(Byte.MAX_VALUE, all.stream().mapToInt(String::length).min().orElseThrow());
    Arrays.fill(shift, (byte) (window - 1));
    Arrays.fill(words, NONE);
    for (String word : all) {
      byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
      for (int i = 1; i < window; i++) {
        int block = block(bytes[i - 1], bytes[i]);
        shift[block] = (byte) Math.min(shift[block], window - 1 - i);
      }
      int last = block(bytes[window - 2], bytes[window - 1]);
      words[last] = Arrays.copyOf(words[last], words[last].length + 1);
      words[last][words[last].length - 1] = bytes;
    }
  }

  private static int block(byte first, byte second) {
    return ((first << 5) ^ second) & MASK;
  }

  /**
   * Finds the first word.
   *
   * @param bytes text in an encoding that contains ASCII
   * @param from first byte
   * @param to after the last byte
   * @return where it begins, -1 where there is none
   */
  public int find(byte[] bytes, int from, int to) {
    // the compiler for short runs takes no field out of a loop
    byte[] steps = shift;
    int end = from + window - 1;
    while (end < to) {
      int block = ((bytes[end - 1] << 5) ^ bytes[end]) & MASK;
      int step = steps[block];
      if (step == 0) {
        int start = end - window + 1;
        if (anyAt(words[block], bytes, start, to)) {
          return start;
        }
        step = 1;
      }
      end += step;
    }
    return -1;
  }

  private static boolean anyAt(byte[][] words, byte[] bytes, int at, int to) {
    for (byte[] word : words) {
      if (Bytes.startsWith(bytes, at, to, word)) {
        return true;
      }
    }
    return false;
  }
}
