package certbotdoctor.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a value is made harmless in each kind of text. */
final class Escapes {
  /** No value is shown longer than this; the JSON report has it whole. */
  private static final int LONGEST = 6000;

  private static final Pattern LIST_NUMBER = Pattern.compile("^(\\d+)([.)])");

  private static final Pattern PLAIN_URL =
      Pattern.compile("https://[A-Za-z0-9./_~#?=&%+,:-]{1,300}");

  private Escapes() {}

  /** For a terminal: nothing that moves the cursor, colours, or turns the direction. */
  static String terminal(String text) {
    return Visible.of(Visible.clipped(text, LONGEST));
  }

  /** For HTML text and quoted attributes. Line breaks and tabs stay. */
  static String html(String text) {
    if (isPlain(text)) {
      return text;
    }
    String shown = Visible.clipped(text, LONGEST);
    StringBuilder out = new StringBuilder(shown.length() + 32);
    shown.codePoints().forEach(cp -> html(cp, out));
    return out.toString();
  }

  /** Whether nothing in a text has a meaning in HTML, or acts, or is cut off. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || "<>&\"'".indexOf(c) >= 0) {
        return false;
      }
    }
    return text.length() <= LONGEST;
  }

  private static void html(int codePoint, StringBuilder out) {
    switch (codePoint) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\n', '\t' -> out.append((char) codePoint);
      default -> {
        if (Visible.acts(codePoint)) {
          out.append(Visible.written(codePoint));
        } else {
          out.appendCodePoint(codePoint);
        }
      }
    }
  }

  /**
   * For Markdown prose (CommonMark, GitHub, GitLab, Discourse): no markup, HTML, link, heading,
   * list or table can begin in it.
   */
  static String markdown(String text) {
    String shown = Visible.of(Visible.clipped(text, LONGEST));
    StringBuilder out = new StringBuilder(shown.length() + 32);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '\\', '`', '*', '_', '[', ']', '|', '~', '$', '#', '!', '^', '@' ->
            out.append('\\').append(c);
        case ':' -> out.append(shown.startsWith("//", i + 1) ? "\\:" : ":");
        case '-', '+', '=' -> out.append(i == 0 ? "\\" : "").append(c);
        default -> out.append(c);
      }
    }
    Matcher number = LIST_NUMBER.matcher(out);
    return number.find() ? number.replaceFirst("$1\\\\$2") : out.toString();
  }

  /** A Markdown code span whose fence is longer than any run of backticks inside. */
  static String markdownSpan(String text) {
    String shown = Visible.of(Visible.clipped(text, LONGEST));
    if (shown.isBlank()) {
      return shown.isEmpty() ? "(empty)" : "(blank)";
    }
    String fence = "`".repeat(longestRun(shown) + 1);
    boolean pad = shown.charAt(0) == '`' || shown.endsWith("`") || shown.startsWith(" ");
    String gap = pad || shown.endsWith(" ") ? " " : "";
    return fence + gap + shown + gap + fence;
  }

  /** The same inside a table cell, where a bar would end the cell. */
  static String markdownCell(String text) {
    return markdownSpan(text).replace("|", "\\|");
  }

  /** An address as a Markdown autolink where it holds nothing but what a plain one does. */
  static String markdownLink(String url) {
    return PLAIN_URL.matcher(url).matches() ? "<" + url + ">" : markdownSpan(url);
  }

  /**
   * A fenced Markdown block.
   *
   * @param indent blanks before each line, for a block inside a list item
   */
  static String markdownBlock(String text, String language, int indent) {
    String shown = Visible.clipped(text, LONGEST);
    String margin = " ".repeat(indent);
    String fence = "`".repeat(Math.max(3, longestRun(shown) + 1));
    StringBuilder out = new StringBuilder().append(margin).append(fence).append(language);
    shown.lines().forEach(line -> out.append('\n').append(margin).append(Visible.of(line)));
    return out.append('\n').append(margin).append(fence).toString();
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
