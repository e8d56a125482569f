package certbotdoctor.catalog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the patterns that a text can match at all, in one pass: each pattern is filed under its
 * rarest literal word, found by the hash of the word's first characters.
 */
final class LiteralIndex {
  /** Number of characters that are hashed; no word is shorter. */
  static final int KEY_LENGTH = 4;

  private record Word(String text, BitSet patterns) {}

  private static final int MASK = 0xFFFF;

  private final BitSet keys = new BitSet(MASK + 1);
  private final Map<Integer, List<Word>> words = new HashMap<>();

  LiteralIndex(List<MessagePattern> patterns) {
    Map<String, Integer> counts = new HashMap<>();
    for (MessagePattern pattern : patterns) {
      pattern.words().stream().distinct().forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    Comparator<String> rarest =
        Comparator.comparingInt((String word) -> counts.getOrDefault(word, 0))
            .thenComparing(Comparator.comparingInt(String::length).reversed());
    for (int i = 0; i < patterns.size(); i++) {
      add(patterns.get(i).words().stream().min(rarest).orElseThrow(), i);
    }
  }

  private void add(String text, int pattern) {
    int key = key(text, 0);
    keys.set(key);
    List<Word> sameKey = words.computeIfAbsent(key, k -> new ArrayList<>());
    for (Word word : sameKey) {
      if (word.text.equals(text)) {
        word.patterns.set(pattern);
        return;
      }
    }
    Word word = new Word(text, new BitSet());
    word.patterns.set(pattern);
    sameKey.add(word);
  }

  private static int key(CharSequence text, int at) {
    return (text.charAt(at)
            ^ text.charAt(at + 1) << 4
            ^ text.charAt(at + 2) << 8
            ^ text.charAt(at + 3) << 12)
        & MASK;
  }

  /** The patterns of which the text holds the word, by their numbers. */
  BitSet candidates(String text) {
    BitSet found = new BitSet();
    for (int i = 0; i + KEY_LENGTH <= text.length(); i++) {
      int key = key(text, i);
      if (keys.get(key)) {
        for (Word word : words.getOrDefault(key, List.of())) {
          if (text.startsWith(word.text, i)) {
            found.or(word.patterns);
          }
        }
      }
    }
    return found;
  }
}
