package certbotdoctor.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Accepts a raw regular expression where no template will do, if it cannot backtrack badly:
 * anchored by {@code ^} or {@code \b} or a literal, repetitions bounded or possessive, and none
 * inside another.
 */
final class RegexCompiler {
  private static final Pattern ANCHOR = Pattern.compile("\\^|\\\\b|[\\w<'\"]{3}");
  private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-z][a-zA-Z0-9]*)>");

  private RegexCompiler() {}

  /**
   * Checks and compiles; slots are the named groups.
   *
   * @throws TemplateException if it is malformed or might run away
   */
  static CompiledPattern compile(String regex) throws TemplateException {
    if (!ANCHOR.matcher(regex).lookingAt()) {
      throw new TemplateException("the expression begins with neither ^, \\b nor a literal");
    }
    checkRepetitions(regex);
    List<Piece.Slot> slots = new ArrayList<>();
    Matcher group = GROUP.matcher(regex);
    StringBuilder renamed = new StringBuilder();
    while (group.find()) {
      group.appendReplacement(renamed, "(?<s" + slots.size() + ">");
      slots.add(new Piece.Slot(group.group(1), SlotType.FREE));
    }
    group.appendTail(renamed);
    try {
      return new CompiledPattern(
          Pattern.compile(renamed.toString(), Pattern.MULTILINE), slots, false);
    } catch (PatternSyntaxException e) {
      throw new TemplateException(e.getDescription());
    }
  }

  private static void checkRepetitions(String regex) throws TemplateException {
    Deque<Boolean> repeats = new ArrayDeque<>();
    repeats.push(false);
    boolean closedRepeats = false;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
        closedRepeats = false;
      } else if (c == '[') {
        i = endOfClass(regex, i);
        closedRepeats = false;
      } else if (c == '(') {
        repeats.push(false);
        i += regex.startsWith("(?", i) ? 1 : 0;
      } else if (c == ')' && repeats.size() > 1) {
        closedRepeats = repeats.pop();
        repeats.push(repeats.pop() || closedRepeats);
      } else if (c == '*' || c == '+' || c == '{') {
        i = repetition(regex, i, closedRepeats);
        repeats.pop();
        repeats.push(true);
        closedRepeats = false;
      } else if (c == '?') {
        i += regex.startsWith("?+", i) ? 1 : 0;
      } else {
        closedRepeats = false;
      }
    }
  }

  private static int endOfClass(String regex, int open) throws TemplateException {
    for (int i = open + 1; i < regex.length(); i++) {
      if (regex.charAt(i) == '\\') {
        i++;
      } else if (regex.charAt(i) == ']' && i > open + 1) {
        return i;
      }
    }
    throw new TemplateException("a character class that is not closed");
  }

  /** Checks one repetition and gives the offset of its last character. */
  private static int repetition(String regex, int at, boolean nested) throws TemplateException {
    int end = regex.charAt(at) == '{' ? regex.indexOf('}', at) : at;
    if (end < 0) {
      throw new TemplateException("a repetition that is not closed by '}'");
    }
    boolean possessive = regex.startsWith("+", end + 1);
    boolean bounded = regex.charAt(at) == '{' && regex.charAt(end - 1) != ',';
    if (nested && !possessive) {
      throw new TemplateException("a repetition inside another at character " + (at + 1));
    }
    if (!bounded && !possessive) {
      throw new TemplateException("an unbounded repetition at character " + (at + 1));
    }
    return possessive ? end + 1 : end;
  }
}
