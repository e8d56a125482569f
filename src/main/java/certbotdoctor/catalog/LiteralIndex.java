package certbotdoctor.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a text can hold a pattern at all, in one pass: each pattern is filed under one of its
 * words, that with the longest known neighbours, found by the hash of its first characters.
 */
final class LiteralIndex {
  /** Number of characters that are hashed; no word is shorter. */
  static final int KEY_LENGTH = 4;

  /** Takes a place where a pattern's word stands. */
  interface Hits {
    /** The word of a pattern, by its number, stands at an offset. */
    void hit(int pattern, int at);
  }

  private static final int MASK = 0xFFFF;
  private static final int SLOTS = 4096;

  /** One bit for each key that begins a word. */
  private final long[] keys = new long[(MASK + 1) / Long.SIZE];

  /** The words by the lower part of their keys. */
  private final @Nullable Word[] slots = new Word[SLOTS];

  private final List<Anchor> anchors = new ArrayList<>();

  /** Whether a word begins with characters that are several bytes each. */
  private boolean beyondAscii;

  /** A word, the patterns that are filed under it, and the next word of the same slot. */
  private static final class Word {
    final int key;
    final String text;
    final List<Integer> patterns = new ArrayList<>();
    final @Nullable Word next;

    Word(int key, String text, @Nullable Word next) {
      this.key = key;
      this.text = text;
      this.next = next;
    }

    /** Whether the word stands in bytes; what is beyond ASCII of it counts as standing there. */
    boolean in(byte[] bytes, int at, int to) {
      for (int i = 0; i < text.length(); i++) {
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

  LiteralIndex(List<MessagePattern> patterns) {
    Map<String, Integer> counts = new HashMap<>();
    for (MessagePattern pattern : patterns) {
      pattern.anchors().forEach(anchor -> counts.merge(anchor.word(), 1, Integer::sum));
    }
    Comparator<Anchor> best =
        Comparator.comparingInt((Anchor anchor) -> -anchor.length())
            .thenComparingInt(anchor -> counts.getOrDefault(anchor.word(), 0));
    for (int i = 0; i < patterns.size(); i++) {
      Anchor anchor = patterns.get(i).anchors().stream().min(best).orElseThrow();
      anchors.add(anchor);
      file(anchor.word(), i);
    }
  }

  private void file(String text, int pattern) {
    beyondAscii |= text.chars().limit(KEY_LENGTH).anyMatch(c -> c >= 128);
    int key = key(text, 0);
    keys[key >> 6] |= 1L << key;
    int slot = key & (SLOTS - 1);
    Word word = slots[slot];
    while (word != null && !word.text.equals(text)) {
      word = word.next;
    }
    if (word == null) {
      word = new Word(key, text, slots[slot]);
      slots[slot] = word;
    }
    word.patterns.add(pattern);
  }

  private static int key(CharSequence text, int at) {
    return (text.charAt(at)
            ^ text.charAt(at + 1) << 4
            ^ text.charAt(at + 2) << 8
            ^ text.charAt(at + 3) << 12)
        & MASK;
  }

  private boolean begins(int key) {
    return (keys[key >> 6] & 1L << key) != 0;
  }

  /** The word by which a pattern is found, by the pattern's number. */
  Anchor anchor(int pattern) {
    return anchors.get(pattern);
  }

  /** Reports each place where the word of a pattern stands between its neighbours, in order. */
  void scan(String text, Hits hits) {
    for (int i = 0; i + KEY_LENGTH <= text.length(); i++) {
      int key = key(text, i);
      if (begins(key)) {
        for (Word word = slots[key & (SLOTS - 1)]; word != null; word = word.next) {
          if (word.key == key && text.startsWith(word.text, i)) {
            report(text, i, word.patterns, hits);
          }
        }
      }
    }
  }

  private void report(String text, int at, List<Integer> patterns, Hits hits) {
    for (int pattern : patterns) {
      if (anchors.get(pattern).fits(text, at)) {
        hits.hit(pattern, at);
      }
    }
  }

  /**
   * Whether bytes hold the word of a pattern at all, without a look at its neighbours: without one,
   * {@link #scan} finds nothing in the text that they are.
   */
  boolean mayHold(byte[] bytes, int from, int to) {
    for (int i = from; i + KEY_LENGTH <= to; i++) {
      byte first = bytes[i];
      int key = (first ^ bytes[i + 1] << 4 ^ bytes[i + 2] << 8 ^ bytes[i + 3] << 12) & MASK;
      if ((begins(key) && wordAt(key, bytes, i, to)) || (first < 0 && beyondAscii)) {
        return true;
      }
    }
    return false;
  }

  private boolean wordAt(int key, byte[] bytes, int at, int to) {
    for (Word word = slots[key & (SLOTS - 1)]; word != null; word = word.next) {
      if (word.key == key && word.in(bytes, at, to)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the word of a pattern stands between its neighbours somewhere. */
  boolean holds(String text) {
    boolean[] found = new boolean[1];
    scan(text, (pattern, at) -> found[0] = true);
    return found[0];
  }
}
