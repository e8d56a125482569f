package certbotdoctor.acme;

import java.util.ArrayList;
import java.util.List;

/**
 * Two texts compared character by character.
 *
 * @param runs pieces in order; those that are not added are the first text, those that are not
 *     removed the second
 */
public record CharacterDiff(List<Run> runs) {

  /** What became of a run of characters. */
  public enum Kind {
    EQUAL,
    REMOVED,
    ADDED
  }

  /**
   * Characters that share their fate.
   *
   * @param kind what became of them
   * @param text the characters
   */
  public record Run(Kind kind, String text) {}

  /** Cells of the comparison's table; beyond, the middle is reported as replaced. */
  private static final int MOST_CELLS = 1 << 20;

  /** Copies the runs. */
  public CharacterDiff {
    runs = List.copyOf(runs);
  }

  /** The fewest removals and additions that make the second text of the first. */
  public static CharacterDiff between(String first, String second) {
    int prefix = commonPrefix(first, second);
    int suffix = commonSuffix(first, second, prefix);
    String left = first.substring(prefix, first.length() - suffix);
    String right = second.substring(prefix, second.length() - suffix);
    Builder diff = new Builder();
    diff.add(Kind.EQUAL, first.substring(0, prefix));
    if ((long) left.length() * right.length() > MOST_CELLS) {
      diff.add(Kind.REMOVED, left);
      diff.add(Kind.ADDED, right);
    } else {
      addMiddle(left, right, diff);
    }
    diff.add(Kind.EQUAL, first.substring(first.length() - suffix));
    return new CharacterDiff(diff.finish());
  }

  /** Number of characters that both texts share. */
  public int equalCharacters() {
    return count(Kind.EQUAL);
  }

  /** Number of characters to remove or to add, whichever is more: a measure of typing errors. */
  public int changes() {
    return Math.max(count(Kind.REMOVED), count(Kind.ADDED));
  }

  private int count(Kind kind) {
    return runs.stream().filter(run -> run.kind == kind).mapToInt(run -> run.text.length()).sum();
  }

  /** Length of the common beginning. */
  static int commonPrefix(String first, String second) {
    int most = Math.min(first.length(), second.length());
    int length = 0;
    while (length < most && first.charAt(length) == second.charAt(length)) {
      length++;
    }
    return length;
  }

  private static int commonSuffix(String first, String second, int prefix) {
    int most = Math.min(first.length(), second.length()) - prefix;
    int length = 0;
    while (length < most
        && first.charAt(first.length() - 1 - length)
            == second.charAt(second.length() - 1 - length)) {
      length++;
    }
    return length;
  }

  private static void addMiddle(String left, String right, Builder diff) {
    int[][] longest = longestCommon(left, right);
    int i = 0;
    int j = 0;
    while (i < left.length() && j < right.length()) {
      if (left.charAt(i) == right.charAt(j)) {
        diff.add(Kind.EQUAL, left.substring(i, i + 1));
        i++;
        j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        diff.add(Kind.REMOVED, left.substring(i, i + 1));
        i++;
      } else {
        diff.add(Kind.ADDED, right.substring(j, j + 1));
        j++;
      }
    }
    diff.add(Kind.REMOVED, left.substring(i));
    diff.add(Kind.ADDED, right.substring(j));
  }

  /** Lengths of the longest common subsequences of all pairs of ends. */
  private static int[][] longestCommon(String left, String right) {
    int[][] longest = new int[left.length() + 1][right.length() + 1];
    for (int i = left.length() - 1; i >= 0; i--) {
      for (int j = right.length() - 1; j >= 0; j--) {
        longest[i][j] =
            left.charAt(i) == right.charAt(j)
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    return longest;
  }

  /** Joins neighbours of one kind; between two equal runs, removals come before additions. */
  private static final class Builder {
    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder equal = new StringBuilder();
    private final StringBuilder removed = new StringBuilder();
    private final StringBuilder added = new StringBuilder();

    void add(Kind kind, String text) {
      if (text.isEmpty()) {
        return;
      }
      if (kind == Kind.EQUAL) {
        flushChanges();
        equal.append(text);
      } else {
        flush(Kind.EQUAL, equal);
        (kind == Kind.REMOVED ? removed : added).append(text);
      }
    }

    List<Run> finish() {
      flushChanges();
      flush(Kind.EQUAL, equal);
      return runs;
    }

    private void flushChanges() {
      flush(Kind.REMOVED, removed);
      flush(Kind.ADDED, added);
    }

    private void flush(Kind kind, StringBuilder text) {
      if (!text.isEmpty()) {
        runs.add(new Run(kind, text.toString()));
        text.setLength(0);
      }
    }
  }
}
