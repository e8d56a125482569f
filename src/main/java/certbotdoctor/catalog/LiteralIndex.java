package certbotdoctor.catalog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  private final BitSet keys = new BitSet(MASK + 1);
  private final Map<Integer, Map<String, List<Integer>>> words = new HashMap<>();
  private final List<Anchor> anchors = new ArrayList<>();

  /** Whether a word begins with characters that are several bytes each. */
  private boolean beyondAscii;

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
      int key = key(anchor.word(), 0);
      beyondAscii |= anchor.word().chars().limit(KEY_LENGTH).anyMatch(c -> c >= 128);
      keys.set(key);
      words
          .computeIfAbsent(key, k -> new HashMap<>())
          .computeIfAbsent(anchor.word(), w -> new ArrayList<>())
          .add(i);
    }
  }

  private static int key(CharSequence text, int at) {
    return (text.charAt(at)
            ^ text.charAt(at + 1) << 4
            ^ text.charAt(at + 2) << 8
            ^ text.charAt(at + 3) << 12)
        & MASK;
  }

  /** The word by which a pattern is found, by the pattern's number. */
  Anchor anchor(int pattern) {
    return anchors.get(pattern);
  }

  /** Reports each place where the word of a pattern stands between its neighbours, in order. */
  void scan(String text, Hits hits) {
    for (int i = 0; i + KEY_LENGTH <= text.length(); i++) {
      int key = key(text, i);
      if (keys.get(key)) {
        int at = i;
        words
            .getOrDefault(key, Map.of())
            .forEach((word, patterns) -> report(text, at, word, patterns, hits));
      }
    }
  }

  /**
   * Whether bytes hold the word of a pattern at all, without a look at its neighbours: without one,
   * {@link #scan} finds nothing in the text that they are.
   */
  boolean mayHold(byte[] bytes, int from, int to) {
    for (int i = from; i + KEY_LENGTH <= to; i++) {
      int key = (bytes[i] ^ bytes[i + 1] << 4 ^ bytes[i + 2] << 8 ^ bytes[i + 3] << 12) & MASK;
      if (keys.get(key) && wordAt(words.getOrDefault(key, Map.of()), bytes, i, to)) {
        return true;
      }
      if (bytes[i] < 0 && beyondAscii) {
        return true;
      }
    }
    return false;
  }

  private static boolean wordAt(
      Map<String, List<Integer>> candidates, byte[] bytes, int at, int to) {
    for (String word : candidates.keySet()) {
      int i = 0;
      while (i < word.length()
          && (word.charAt(i) >= 128 || (at + i < to && word.charAt(i) == bytes[at + i]))) {
        i = word.charAt(i) >= 128 ? word.length() : i + 1;
      }
      if (i == word.length()) {
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

  private void report(String text, int at, String word, List<Integer> patterns, Hits hits) {
    if (text.startsWith(word, at)) {
      for (int pattern : patterns) {
        if (anchors.get(pattern).fits(text, at)) {
          hits.hit(pattern, at);
        }
      }
    }
  }
}
