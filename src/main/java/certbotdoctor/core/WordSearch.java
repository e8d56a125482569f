package certbotdoctor.core;

import java.util.Arrays;
import java.util.List;

/**
 * Searches bytes for several words at once, looking at two bytes in every few: of the beginning of
 * each word, as long as the shortest word, one pair of bytes must be among those looked at. The
 * longer the shortest word, the more is passed over. Where to look next never waits for what was
 * read, unlike in the algorithm of Wu and Manber (1994), and that makes it twice as fast.
 */
public final class WordSearch {
  private static final int MASK = 0xFFF;
  private static final byte[][] NONE = {};

  /** The distance between two looks, which is the number of pairs of a beginning. */
  private final int step;

  /** At which places of a beginning a pair can stand, one bit for each. */
  private final byte[] places = new byte[MASK + 1];

  /** The words by their first pair. */
  private final byte[][][] words = new byte[MASK + 1][][];

  /**
   * A search.
   *
   * @param all the words, ASCII, each of two characters or more
   */
  public WordSearch(List<String> all) {
    int shortest = Byte.SIZE + 1;
    for (String word : all) {
      shortest = Math.min(shortest, word.length());
    }
    this.step = shortest - 1;
    Arrays.fill(words, NONE);
    for (String word : all) {
      byte[] bytes = Bytes.of(word);
      for (int i = 0; i < step; i++) {
        places[pair(bytes, i)] |= (byte) (1 << i);
      }
      int first = pair(bytes, 0);
      words[first] = Arrays.copyOf(words[first], words[first].length + 1);
      words[first][words[first].length - 1] = bytes;
    }
  }

  private static int pair(byte[] bytes, int at) {
    return ((bytes[at] << 5) ^ bytes[at + 1]) & MASK;
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
    byte[] table = places;
    int stride = step;
    for (int at = from + stride - 1; at < to - 1; at += stride) {
      if (table[((bytes[at] << 5) ^ bytes[at + 1]) & MASK] != 0) {
        int start = around(bytes, at, from, to);
        if (start >= 0) {
          return start;
        }
      }
    }
    return -1;
  }

  /** Where the first word begins of which a pair can be this one; -1 where there is none. */
  private int around(byte[] bytes, int at, int from, int to) {
    int can = places[pair(bytes, at)] & 0xff;
    if (at > from) {
      can &= (places[pair(bytes, at - 1)] << 1) | 1;
    }
    if (at + 2 < to) {
      can &= ((places[pair(bytes, at + 1)] & 0xff) >> 1) | (1 << (step - 1));
    }
    for (int place = step - 1; can != 0; place--) {
      if ((can & (1 << place)) != 0) {
        can ^= 1 << place;
        for (byte[] word : words[pair(bytes, at - place)]) {
          if (Bytes.startsWith(bytes, at - place, to, word)) {
            return at - place;
          }
        }
      }
    }
    return -1;
  }
}
