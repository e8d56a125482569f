package certbotdoctor.text;

import certbotdoctor.text.TextCleaner.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undoes what other programs and people put around lines of text. */
final class Wrappers {
  private static final List<Pattern> PREFIXES =
      List.of(
          // syslog and journalctl, short and ISO time stamps
          Pattern.compile(
              "^(?:<\\d{1,3}>)?(?:[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[0-9.,:+\\-Zz]*)"
                  + " [^\\s:]+ [\\w.@/()\\-]+(?:\\[\\d+\\])?:(?: |$)"),
          // syslog of RFC 5424
          Pattern.compile(
              "^<\\d{1,3}>1 \\d{4}-\\d\\d-\\d\\dT\\S+ \\S+ \\S+ \\S+ \\S+ (?:-|\\[[^\\]]{0,400}\\]) "),
          // Kubernetes' container runtime
          Pattern.compile(
              "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+(?:Z|[+\\-]\\d\\d:\\d\\d) (?:stdout|stderr) [FP] "),
          // docker logs -t (9 digits), GitHub's and Azure's build logs (7)
          Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7,9}Z "),
          // docker-compose, and wrappers that print time and process before a bar
          Pattern.compile("^[A-Za-z0-9][\\w.\\-]{0,60} *\\| ?(?=.)"),
          Pattern.compile(
              "^\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d\\S* (?:\\[\\d+\\] )?\\| ?"),
          Pattern.compile("^\\|(?: |$)"),
          // mail and Markdown quotation
          Pattern.compile("^(?:> ?)++"));

  private static final Pattern FENCE = Pattern.compile("^[`~]{3,}+|[`~]{3,}\\s*$");

  private Wrappers() {}

  /** The lines without their wrappers; one line may become several. */
  static List<Line> removed(List<Line> wrapped) {
    List<Line> plain = new ArrayList<>(wrapped.size());
    List<Line> lines = LearnedPrefix.removed(JournalFields.messages(wrapped));
    boolean html = Html.isIn(lines);
    boolean comments = mostlyComments(lines);
    for (Line line : lines) {
      for (String text : JournalEntry.messages(line.text())) {
        for (String printed : TaskResult.messages(text)) {
          add(plain, line, html ? Html.text(printed) : printed, comments);
        }
      }
    }
    return HardWrap.joined(Indents.removed(plain));
  }

  private static void add(List<Line> plain, Line line, String text, boolean comments) {
    for (String part : text.split("\n", -1)) {
      String bare = withoutPrefixes(part);
      if (comments && bare.startsWith("#")) {
        bare = bare.substring(bare.startsWith("# ") ? 2 : 1);
      }
      if (bare.startsWith("```") || bare.startsWith("~~~")) {
        bare = behindFence(bare);
      }
      plain.add(line.with(bare));
    }
  }

  /**
   * What a line that begins with a fence says: nothing behind a fence of its own, else the words
   * that somebody wrote between fences on one line.
   */
  private static String behindFence(String line) {
    String words = FENCE.matcher(line).replaceAll("").strip();
    return words.indexOf(' ') < 0 ? "" : words;
  }

  private static String withoutPrefixes(String line) {
    String rest = line;
    for (int round = 0; round < 3; round++) {
      String before = rest;
      for (Pattern prefix : PREFIXES) {
        Matcher found = prefix.matcher(rest);
        if (found.find()) {
          rest = rest.substring(found.end());
        }
      }
      if (rest.length() == before.length()) {
        break;
      }
    }
    return rest;
  }

  private static boolean mostlyComments(List<Line> lines) {
    long filled = lines.stream().filter(line -> !line.text().isBlank()).count();
    long comments = lines.stream().filter(line -> line.text().startsWith("#")).count();
    return comments > 1 && 2 * comments > filled;
  }
}
