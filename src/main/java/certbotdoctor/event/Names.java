package certbotdoctor.event;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as people and programs write them in running text. */
final class Names {
  private static final Pattern LINK = Pattern.compile("^\\[([^\\]]+)\\]\\(.*");

  private Names() {}

  /** A name without quotes, Markdown, a trailing colon or comma, or the dot of a sentence. */
  static String bare(String words) {
    String name = words.strip();
    Matcher link = LINK.matcher(name);
    if (link.matches()) {
      name = link.group(1);
    }
    int start = 0;
    int end = name.length();
    while (start < end && "\"'`“”‘’([".indexOf(name.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && "\"'`“”‘’,;:)].".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    String bare = name.substring(start, end);
    // what stands for a name that was taken out keeps the brackets that belong to it
    boolean opened = start > 0 && name.charAt(start - 1) == '[';
    boolean closed = end < name.length() && name.charAt(end) == ']';
    if (opened && (bare.indexOf(']') >= 0 || (closed && bare.indexOf('.') < 0))) {
      return "[" + bare + (closed ? "]" : "");
    }
    return closed && bare.indexOf('[') >= 0 ? bare + "]" : bare;
  }

  /**
   * Whether it may be the name that a certificate is for, and no host of the CA, file or number.
   */
  static boolean plausible(String name) {
    int dot = name.lastIndexOf('.');
    if (dot <= 0 || dot == name.length() - 1 || name.indexOf('/') >= 0 || name.indexOf('@') >= 0) {
      return false;
    }
    String last = name.substring(dot + 1);
    if (last.chars().anyMatch(Character::isDigit)
        && last.chars().allMatch(c -> Character.isDigit(c))) {
      return false;
    }
    return !name.contains("letsencrypt.org")
        && !name.matches("(?i).*\\.(?:py|conf|log|ini|sh|go|pem|json|txt|service|php)")
        && !name.startsWith("acme.")
        && !name.startsWith("urn:")
        && !name.matches("[a-z_]+\\.[A-Z]\\w+")
        && !name.matches("[A-Z][A-Z-]*(?:\\.[A-Z][A-Z-]*)+");
  }
}
