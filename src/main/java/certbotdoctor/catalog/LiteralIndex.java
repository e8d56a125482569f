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
