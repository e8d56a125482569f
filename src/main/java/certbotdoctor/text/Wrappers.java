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
          // docker logs -t
          Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z "),
          // docker-compose, and wrappers that print time and process before a bar
          Pattern.compile("^[A-Za-z0-9][\\w.\\-]{0,60} *\\| ?(?=.)"),
          Pattern.compile(
              "^\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d\\S* (?:\\[\\d+\\] )?\\| ?"),
          Pattern.compile("^\\|(?: |$)"),
          // mail and Markdown quotation
          Pattern.compile("^(?:> ?)++"));

  private static final Pattern ENTITY =
      Pattern.compile("&(?:lt|gt|amp|quot|apos|nbsp|#\\d{1,6}|#x[0-9A-Fa-f]{1,5});");
  private static final Pattern BREAK = Pattern.compile("(?i)<(?:br ?/?|/p|/div|/li|/pre)>");
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)</?(?:p|div|span|pre|code|b|i|em|strong|blockquote|ul|li)(?: [^<>]{0,200})?>");

  private Wrappers() {}

  /** The lines without their wrappers; one line may become several. */
  static List<Line> removed(List<Line> lines) {
    List<Line> plain = new ArrayList<>(lines.size());
    boolean html = looksLikeHtml(lines);
    boolean comments = mostlyComments(lines);
    for (Line line : lines) {
      for (String text : JournalEntry.messages(line.text())) {
        add(plain, line, html ? Html.text(text) : text, comments);
      }
    }
    return withoutCommonIndent(plain);
  }

  private static void add(List<Line> plain, Line line, String text, boolean comments) {
    for (String part : text.split("\n", -1)) {
      String bare = withoutPrefixes(part);
      if (comments && bare.startsWith("#")) {
        bare = bare.substring(bare.startsWith("# ") ? 2 : 1);
      }
      if (bare.startsWith("```") || bare.startsWith("~~~")) {
        bare = "";
      }
      plain.add(new Line(bare, line.number(), line.firstByte()));
    }
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

  private static boolean looksLikeHtml(List<Line> lines) {
    for (Line line : lines) {
      String text = line.text();
      if ((text.indexOf('&') >= 0 && ENTITY.matcher(text).find())
          || (text.indexOf('<') >= 0 && BREAK.matcher(text).find())) {
        return true;
      }
    }
    return false;
  }

  private static List<Line> withoutCommonIndent(List<Line> lines) {
    int common = Integer.MAX_VALUE;
    for (Line line : lines) {
      if (!line.text().isBlank()) {
        common = Math.min(common, indent(line.text()));
      }
    }
    if (common == 0 || common == Integer.MAX_VALUE) {
      return lines;
    }
    List<Line> shifted = new ArrayList<>(lines.size());
    for (Line line : lines) {
      String text = line.text().isBlank() ? "" : line.text().substring(common);
      shifted.add(new Line(text, line.number(), line.firstByte()));
    }
    return shifted;
  }

  private static int indent(String line) {
    int i = 0;
    while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  /** HTML as people copy it from page sources and ticket systems. */
  private static final class Html {
    private Html() {}

    static String text(String line) {
      String broken = BREAK.matcher(line).replaceAll("\n");
      String bare = TAG.matcher(broken).replaceAll("");
      return ENTITY
          .matcher(bare)
          .replaceAll(match -> Matcher.quoteReplacement(character(match.group())));
    }

    private static String character(String entity) {
      String name = entity.substring(1, entity.length() - 1);
      return switch (name) {
        case "lt" -> "<";
        case "gt" -> ">";
        case "amp" -> "&";
        case "quot" -> "\"";
        case "apos" -> "'";
        case "nbsp" -> " ";
        default -> numbered(name, entity);
      };
    }

    private static String numbered(String name, String entity) {
      int code =
          name.startsWith("#x")
              ? Integer.parseInt(name.substring(2), 16)
              : Integer.parseInt(name.substring(1));
      return Character.isValidCodePoint(code) && code >= 0x20 ? Character.toString(code) : entity;
    }
  }
}
