package certbotdoctor.catalog;

import certbotdoctor.core.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression with its slots in the order of the groups {@code s0}, {@code s1}, …
 *
 * @param regex the expression
 * @param slots the slots
 * @param wholeWord whether it must not begin inside a word
 */
record CompiledPattern(Pattern regex, List<Piece.Slot> slots, boolean wholeWord) {
  /** Python's three ways to leave a gap in a string. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[\\w.!:\\[\\]]{0,60}+}|%[srd]");

  CompiledPattern {
    slots = List.copyOf(slots);
  }

  /** A matcher whose windows hide nothing from the expression. */
  Matcher matcher(String text) {
    return regex.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }

  /**
   * Finds the first match in a window; the check for a whole word stands outside the expression, so
   * that this begins with a literal and can skip.
   */
  boolean find(Matcher matcher, String text, int from, int to) {
    int at = from;
    while (at < to && matcher.region(at, to).find()) {
      boolean inside = wholeWord && insideWord(text, matcher.start());
      if (!inside && !inSourceCode(matcher, text)) {
        return true;
      }
      at = matcher.start() + 1;
    }
    return false;
  }

  private static boolean insideWord(String text, int start) {
    boolean afterEscape = start >= 2 && text.charAt(start - 2) == '\\';
    return start > 0 && Character.isLetterOrDigit(text.charAt(start - 1)) && !afterEscape;
  }

  /** Whether a traceback shows the line of code that would say it, placeholders and all. */
  private boolean inSourceCode(Matcher matcher, String text) {
    if (matcher.start() == 0 || "'\"".indexOf(text.charAt(matcher.start() - 1)) < 0) {
      return false;
    }
    for (int i = 0; i < slots.size(); i++) {
      String value = matcher.group("s" + i);
      if (value != null && PLACEHOLDER.matcher(value).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  /** The bound slots of a match. */
  Slots slotsOf(Matcher matcher) {
    SortedMap<String, String> values = new TreeMap<>();
    for (int i = 0; i < slots.size(); i++) {
      String text = matcher.group("s" + i);
      if (text != null && !slots.get(i).name().equals(Piece.UNNAMED)) {
        values.put(slots.get(i).name(), slots.get(i).type().value(text));
      }
    }
    return new Slots(values);
  }

  /** The parts of a match that are its own words, not what a slot for any text holds. */
  List<Range> ownWords(Matcher matcher) {
    List<Range> words = new ArrayList<>();
    int from = matcher.start();
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).type().holdsMessages() && matcher.start("s" + i) >= 0) {
        words.add(new Range(from, matcher.start("s" + i)));
        from = matcher.end("s" + i);
      }
    }
    words.add(new Range(from, matcher.end()));
    return words;
  }
}
