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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the sentences and commands of rules: <code>${slot}</code> is replaced by its value, <code>
 * ${slot|words}</code> by the words where there is none; <code>[[, because ${slot}]]</code> stands
 * only where all its slots are known; <code>`code`</code> is set as code. A slot without value and
 * words becomes a visible placeholder.
 */
public final class Template {
  private static final Pattern SLOT = Pattern.compile("\\$\\{([a-z0-9.\\-]+)(?:\\|([^}]*))?\\}");

  /** Ends of the names of slots whose values are more than one word of a shell. */
  private static final List<String> VERBATIM = List.of("-command", "-options", "file-example");

  /** A part that stands or falls as a whole. */
  private static final Pattern OPTIONAL = Pattern.compile("\\[\\[(.*?)\\]\\]", Pattern.DOTALL);

  private Template() {}

  /** All slots that a template names. */
  public static Set<String> named(String template) {
    Set<String> names = new LinkedHashSet<>();
    Matcher slot = SLOT.matcher(template);
    while (slot.find()) {
      names.add(slot.group(1));
    }
    return names;
  }

  /** What is wrong with the notation of a template; empty where nothing is. */
  static Optional<String> fault(String template, boolean command) {
    String rest = SLOT.matcher(OPTIONAL.matcher(template).replaceAll("$1")).replaceAll("");
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
    Matcher slot = SLOT.matcher(OPTIONAL.matcher(template).replaceAll(""));
    while (slot.find()) {
      if (slot.group(2) == null) {
        names.add(slot.group(1));
      }
    }
    return names;
  }

  /** A sentence; values are quoted, the template's own words are prose and code. */
  public static Text text(String template, Slots slots) {
    List<Segment> segments = new ArrayList<>();
    String[] parts = chosen(template, slots).replaceAll("\\s+", " ").split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean code = i % 2 == 1;
      if (code) {
        segments.add(new Segment(Kind.CODE, command(parts[i], slots)));
      } else {
        prose(parts[i], slots, segments);
      }
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
              && joined.get(last).equals(new Segment(Kind.PROSE, "."))
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
    Matcher slot = SLOT.matcher(part);
    int from = 0;
    while (slot.find()) {
      segments.add(new Segment(Kind.PROSE, part.substring(from, slot.start())));
      String value = slots.get(slot.group(1));
      if (value != null) {
        segments.add(new Segment(Kind.QUOTED, value));
      } else {
        segments.add(new Segment(Kind.PROSE, placeholder(slot)));
      }
      from = slot.end();
    }
    segments.add(new Segment(Kind.PROSE, part.substring(from)));
  }

  /** A command; values that a shell would take apart are put in single quotes. */
  public static String command(String template, Slots slots) {
    Matcher slot = SLOT.matcher(chosen(template, slots));
    return slot.replaceAll(
        found -> {
          String value = slots.get(found.group(1));
          String words = found.group(2);
          String filled =
              value != null
                  ? VERBATIM.stream().anyMatch(found.group(1)::endsWith)
                      ? value.strip()
                      : ShellWord.of(value)
                  : words != null ? words : "<" + found.group(1) + ">";
          return Matcher.quoteReplacement(filled);
        });
  }

  /** The template with those of its optional parts whose slots are all known. */
  private static String chosen(String template, Slots slots) {
    return OPTIONAL
        .matcher(template)
        .replaceAll(
            part -> {
              boolean known = needed(part.group(1)).stream().allMatch(slots::has);
              return Matcher.quoteReplacement(known ? part.group(1) : "");
            });
  }

  private static String placeholder(Matcher slot) {
    return slot.group(2) != null ? slot.group(2) : "<" + slot.group(1) + ">";
  }
}
