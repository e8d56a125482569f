package certbotdoctor.rules;

import certbotdoctor.core.Slots;
import certbotdoctor.core.Text;
import certbotdoctor.core.Text.Kind;
import certbotdoctor.core.Text.Segment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Fills the sentences and commands of rules: <code>${slot}</code> is replaced by its value, <code>
 * ${slot|words}</code> by the words where there is none; <code>[[, because ${slot}]]</code> stands
 * only where all its slots are known; <code>`code`</code> is set as code. A slot without value and
 * words becomes a visible placeholder.
 */
public final class Template {
  /** Ends of the names of slots whose values are more than one word of a shell. */
  private static final List<String> VERBATIM = List.of("-command", "-options", "file-example");

  /** What is around a part that stands or falls as a whole. */
  private static final String OPENED = "[[";

  private static final String CLOSED = "]]";

  /** RFC 8555, section 7.1.3. */
  private static final String WILDCARD = "*.";

  private Template() {}

  /** All slots that a template names. */
  public static Set<String> named(String template) {
    Set<String> names = new LinkedHashSet<>();
    SlotScanner slot = new SlotScanner(template);
    while (slot.find()) {
      names.add(slot.name());
    }
    return names;
  }

  /** What is wrong with the notation of a template; empty where nothing is. */
  static Optional<String> fault(String template, boolean command) {
    String rest = filled(chosen(template, part -> true), slot -> "");
    if (rest.contains("${")) {
      return Optional.of("a slot is written ${name} or ${name|words}");
    }
    if (!command && (rest.contains("[[") || rest.contains("]]"))) {
      return Optional.of("an optional part begins with [[ and ends with ]]");
    }
    boolean odd = template.chars().filter(c -> c == '`').count() % 2 == 1;
    return odd && !command ? Optional.of("a backtick lacks its partner") : Optional.empty();
  }

  /** The names of the slots that a template cannot do without. */
  public static Set<String> needed(String template) {
    Set<String> names = new LinkedHashSet<>();
    SlotScanner slot = new SlotScanner(chosen(template, part -> false));
    while (slot.find()) {
      if (slot.words() == null) {
        names.add(slot.name());
      }
    }
    return names;
  }

  /** A sentence; values are quoted, the template's own words are prose and code. */
  public static Text text(String template, Slots slots) {
    List<Segment> segments = new ArrayList<>();
    String folded = folded(chosen(template, slots));
    boolean code = false;
    int from = 0;
    while (from <= folded.length()) {
      int tick = folded.indexOf('`', from);
      int to = tick < 0 ? folded.length() : tick;
      String part = folded.substring(from, to);
      if (code) {
        segments.add(new Segment(Kind.CODE, command(part, slots)));
      } else {
        prose(part, slots, segments);
      }
      code = !code;
      from = to + 1;
    }
    return new Text(
        joined(segments.stream().filter(segment -> !segment.value().isEmpty()).toList()));
  }

  /** Values with nothing but a dot between them are one name. */
  private static List<Segment> joined(List<Segment> segments) {
    List<Segment> joined = new ArrayList<>();
    for (Segment next : segments) {
      int last = joined.size() - 1;
      boolean dotted =
          last > 0
              && next.kind() == Kind.QUOTED
              && joined.get(last).kind() == Kind.PROSE
              && joined.get(last).value().equals(".")
              && joined.get(last - 1).kind() == Kind.QUOTED;
      if (dotted) {
        joined.remove(last);
        next = new Segment(Kind.QUOTED, joined.remove(last - 1).value() + "." + next.value());
      }
      joined.add(next);
    }
    return joined;
  }

  private static void prose(String part, Slots slots, List<Segment> segments) {
    SlotScanner slot = new SlotScanner(part);
    int from = 0;
    while (slot.find()) {
      String before = part.substring(from, slot.start());
      String value = slots.get(slot.name());
      // a wildcard and its name are one name
      boolean wildcard = value != null && before.endsWith(WILDCARD);
      int end = before.length() - (wildcard ? WILDCARD.length() : 0);
      segments.add(new Segment(Kind.PROSE, before.substring(0, end)));
      if (value != null) {
        segments.add(new Segment(Kind.QUOTED, wildcard ? WILDCARD + value : value));
      } else {
        segments.add(new Segment(Kind.PROSE, slot.placeholder()));
      }
      from = slot.end();
    }
    segments.add(new Segment(Kind.PROSE, part.substring(from)));
  }

  /** A command; values that a shell would take apart are put in single quotes. */
  public static String command(String template, Slots slots) {
    return filled(
        chosen(template, slots),
        slot -> {
          String value = slots.get(slot.name());
          if (value == null) {
            return slot.placeholder();
          }
          return VERBATIM.stream().anyMatch(slot.name()::endsWith)
              ? value.strip()
              : ShellWord.of(value);
        });
  }

  private static String filled(String template, Function<SlotScanner, String> filling) {
    StringBuilder filled = new StringBuilder();
    SlotScanner slot = new SlotScanner(template);
    int from = 0;
    while (slot.find()) {
      filled.append(template, from, slot.start()).append(filling.apply(slot));
      from = slot.end();
    }
    return filled.append(template, from, template.length()).toString();
  }

  /** The template with those of its optional parts whose slots are all known. */
  private static String chosen(String template, Slots slots) {
    return chosen(template, part -> needed(part).stream().allMatch(slots::has));
  }

  private static String chosen(String template, Predicate<String> stays) {
    if (!template.contains(OPENED)) {
      return template;
    }
    StringBuilder chosen = new StringBuilder();
    int from = 0;
    while (true) {
      int open = template.indexOf(OPENED, from);
      int close = open < 0 ? -1 : template.indexOf(CLOSED, open + OPENED.length());
      if (close < 0) {
        return chosen.append(template, from, template.length()).toString();
      }
      chosen.append(template, from, open);
      String part = template.substring(open + OPENED.length(), close);
      if (stays.test(part)) {
        chosen.append(part);
      }
      from = close + CLOSED.length();
    }
  }

  /** The same with each run of blanks and ends of lines as one blank. */
  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || (c >= '\t' && c <= '\r');
      if (!space || !blank) {
        folded.append(space ? ' ' : c);
      }
      blank = space;
    }
    return folded.toString();
  }
}
