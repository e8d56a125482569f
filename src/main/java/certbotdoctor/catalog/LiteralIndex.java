package certbotdoctor.catalog;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a text can hold a pattern at all, in one pass: each pattern is filed under one of its
 * words, found by the hash of its first characters.
 */
final class LiteralIndex {
  /** Number of characters that are hashed; no word is shorter. */
  static final int KEY_LENGTH = 4;

  /** Takes a place where a pattern's word stands. */
  interface Hits {
    /** The word of a pattern, by its number, stands at an offset. */
    void hit(int pattern, int at);
  }

  /** Spreads four characters over 16 bits (the golden ratio as a fraction of 32 bits). */
  private static final int SPREAD = 0x9E3779B1;

  private static final int KEYS = 1 << Short.SIZE;
  private static final int SLOTS = 4096;

  /** One bit for each key that begins a word. */
  private final long[] keys = new long[KEYS / Long.SIZE];

  /** The words by the lower part of their keys. */
  private final @Nullable Word[] slots = new Word[SLOTS];

  private final List<Anchor> anchors;

  /** Whether a word begins with characters that are several bytes each. */
  private boolean beyondAscii;

  /** A word, the patterns that are filed under it, and the next word of the same slot. */
  private static final class Word {
    /** Its first four characters, as {@link LiteralIndex#rolled} puts them together. */
    final int four;

    final String text;
    final boolean ascii;
    final @Nullable Word next;
    int[] patterns = {};

    /** Of each pattern the character next to the word before it; 0 where any may be there. */
    byte[] befores = {};

    /** Of each pattern the character next to the word after it; 0 where any may be there. */
    byte[] afters = {};

    Word(int four, String text, @Nullable Word next) {
      this.four = four;
      this.text = text;
      this.ascii = isAscii(text, text.length());
      this.next = next;
    }

    void add(int pattern, Anchor anchor) {
      int count = patterns.length;
      patterns = Arrays.copyOf(patterns, count + 1);
      patterns[count] = pattern;
      befores = Arrays.copyOf(befores, count + 1);
      afters = Arrays.copyOf(afters, count + 1);
      if (ascii) {
        befores[count] = neighbour(anchor.before(), anchor.before().length() - 1);
        afters[count] = neighbour(anchor.after(), 0);
      }
    }

    private static byte neighbour(String words, int at) {
      return words.isEmpty() || words.charAt(at) >= 128 ? 0 : (byte) words.charAt(at);
    }

    /**
     * Whether the word, of which the first four characters were found, stands in bytes; what is
     * beyond ASCII of it counts as standing there.
     */
    boolean in(byte[] bytes, int at, int to) {
      for (int i = ascii ? KEY_LENGTH : 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c >= 128) {
          return true;
        }
        if (at + i >= to || bytes[at + i] != c) {
          return false;
        }
      }
      return true;
    }
  }

  /** Files patterns by the word of each. */
  LiteralIndex(List<Anchor> anchors) {
    this.anchors = anchors;
    for (int i = 0; i < anchors.size(); i++) {
      file(anchors.get(i).word(), i);
    }
  }

  private void file(String text, int pattern) {
    beyondAscii |= !isAscii(text, KEY_LENGTH);
    int four = 0;
    for (int i = 0; i < KEY_LENGTH; i++) {
      four = rolled(four, text.charAt(i));
    }
    int key = key(four);
    keys[key >> 6] |= 1L << key;
    int slot = key & (SLOTS - 1);
    Word word = slots[slot];
    while (word != null && !word.text.equals(text)) {
      word = word.next;
    }
    if (word == null) {
      word = new Word(four, text, slots[slot]);
      slots[slot] = word;
    }
    word.add(pattern, anchors.get(pattern));
  }

  private static boolean isAscii(String text, int length) {
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  /** The last four characters, each by its lower byte, with one more. */
  private static int rolled(int four, int next) {
    return (four >>> Byte.SIZE) | (next << (3 * Byte.SIZE));
  }

  private static int key(int four) {
    return (four * SPREAD) >>> Short.SIZE;
  }

  private boolean begins(int key) {
    return (keys[key >> 6] & (1L << key)) != 0;
  }

  /** The word by which a pattern is found, by the pattern's number. */
  Anchor anchor(int pattern) {
    return anchors.get(pattern);
  }

  /** Reports each place where the word of a pattern stands between its neighbours, in order. */
  void scan(String text, Hits hits) {
    int four = 0;
    for (int next = 0; next < text.length(); next++) {
      four = rolled(four, text.charAt(next));
      int key = key(four);
      int at = next - KEY_LENGTH + 1;
      if (begins(key) && at >= 0) {
        for (Word word = slots[key & (SLOTS - 1)]; word != null; word = word.next) {
          if (word.four == four && text.startsWith(word.text, at)) {
            report(text, at, word, hits);
          }
        }
      }
    }
  }

  private void report(String text, int at, Word word, Hits hits) {
    int end = Anchor.end(text, at);
    int start = Anchor.start(text, at + word.text.length());
    char before = end > 0 ? text.charAt(end - 1) : 0;
    char after = start < text.length() ? text.charAt(start) : 0;
    for (int i = 0; i < word.patterns.length; i++) {
      int pattern = word.patterns[i];
      if ((word.befores[i] == before || word.befores[i] == 0)
          && (word.afters[i] == after || word.afters[i] == 0)
          && anchors.get(pattern).fits(text, end, start)) {
        hits.hit(pattern, at);
      }
    }
  }

  /**
   * Whether bytes may hold the word of a pattern between its neighbours: without one, {@link #scan}
   * finds nothing in the text that they are.
   *
   * @param some the patterns that matter, by their numbers
   */
  boolean mayHold(byte[] bytes, int from, int to, BitSet some) {
    // the compiler for short runs takes no field out of a loop
    long[] begin = keys;
    boolean stops = beyondAscii;
    int four = 0;
    for (int next = from; next < to; next++) {
      byte b = bytes[next];
      if (b < 0 && stops) {
        return true;
      }
      four = (four >>> Byte.SIZE) | (b << (3 * Byte.SIZE));
      int key = (four * SPREAD) >>> Short.SIZE;
      if ((begin[key >> 6] & (1L << key)) != 0) {
        int at = next - KEY_LENGTH + 1;
        if (at >= from && mayStand(four, bytes, from, at, to, some)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean mayStand(int four, byte[] bytes, int from, int at, int to, BitSet some) {
    for (Word word = slots[key(four) & (SLOTS - 1)]; word != null; word = word.next) {
      if (word.four == four && word.in(bytes, at, to) && mayFit(word, bytes, from, at, to, some)) {
        return true;
      }
    }
    return false;
  }

  /** Whether neighbours stand beside a word; the characters next to it decide for most patterns. */
  private boolean mayFit(Word word, byte[] bytes, int from, int at, int to, BitSet some) {
    int end = Anchor.end(bytes, from, at, to);
    int start = Anchor.start(bytes, from, at + word.text.length(), to);
    byte before = end > from ? bytes[end - 1] : 0;
    byte after = start < to ? bytes[start] : 0;
    byte[] befores = word.befores;
    byte[] afters = word.afters;
    for (int i = 0; i < befores.length; i++) {
      if ((befores[i] == before || befores[i] == 0 || before < 0)
          && (afters[i] == after || afters[i] == 0 || after < 0)
          && some.get(word.patterns[i])
          && (!word.ascii || anchors.get(word.patterns[i]).mayFit(bytes, from, end, start, to))) {
        return true;
      }
    }
    return false;
  }
}
