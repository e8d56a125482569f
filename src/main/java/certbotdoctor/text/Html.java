package certbotdoctor.text;

import certbotdoctor.text.TextCleaner.Line;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML as people copy it from page sources and ticket systems. */
final class Html {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:lt|gt|amp|quot|apos|nbsp|#\\d{1,6}|#x[0-9A-Fa-f]{1,5});");
  private static final Pattern BREAK = Pattern.compile("(?i)<(?:br ?/?|/p|/div|/li|/pre)>");
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)</?(?:p|div|span|pre|code|b|i|em|strong|blockquote|ul|li)(?: [^<>]{0,200})?>");

  private static final Pattern QUOTE = Pattern.compile("&(?:quot|#34|#x22|#39|#x27);");

  private Html() {}

  /** Whether lines hold entities or line breaks of HTML. */
  static boolean isIn(List<Line> lines) {
    for (Line line : lines) {
      String text = line.text();
      if ((text.indexOf('&') >= 0 && ENTITY.matcher(text).find())
          || (text.indexOf('<') >= 0 && BREAK.matcher(text).find())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether all quotation marks of a log record are entities: then somebody escaped the log. HTML
   * that a log quotes from a web server stands beside marks of its own.
   */
  static boolean isEscaped(List<Line> lines) {
    boolean quote = false;
    for (Line line : lines) {
      String text = line.text();
      if (text.indexOf('"') >= 0 || text.indexOf('\'') >= 0) {
        return false;
      }
      quote |= text.indexOf('&') >= 0 && QUOTE.matcher(text).find();
    }
    return quote;
  }

  /** A line without tags and with characters for entities; it may have become several. */
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
