package certbotdoctor.rules;

import org.jspecify.annotations.Nullable;

/**
 * Finds the slots of a template, one after the other: <code>${name}</code>, or <code>${name|words}
 * </code>. Every sentence of every finding is filled by it; a regular expression took most of the
 * time of that.
 */
final class SlotScanner {
  private static final String OPEN = "${";

  private final String template;
  private int start;
  private int end;
  private String name = "";
  private @Nullable String words;

  SlotScanner(String template) {
    this.template = template;
  }

  /** Goes to the next slot; false where there is none. */
  boolean find() {
    int from = end;
    while (true) {
      int at = template.indexOf(OPEN, from);
      if (at < 0) {
        return false;
      }
      int stop = at + OPEN.length();
      while (stop < template.length() && isOfName(template.charAt(stop))) {
        stop++;
      }
      if (stop > at + OPEN.length() && close(at, stop)) {
        return true;
      }
      from = at + OPEN.length();
    }
  }

  private boolean close(int at, int stop) {
    boolean worded = template.startsWith("|", stop);
    int closing = worded ? template.indexOf('}', stop) : stop;
    if (!template.startsWith("}", closing)) {
      return false;
    }
    start = at;
    end = closing + 1;
    name = template.substring(at + OPEN.length(), stop);
    words = worded ? template.substring(stop + 1, closing) : null;
    return true;
  }

  private static boolean isOfName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
  }

  /** Where the slot begins. */
  int start() {
    return start;
  }

  /** Where the text after the slot begins. */
  int end() {
    return end;
  }

  /** The slot's name. */
  String name() {
    return name;
  }

  /** The words that stand for a missing value; null where there are none. */
  @Nullable String words() {
    return words;
  }

  /** What stands for the slot where it has no value. */
  String placeholder() {
    return words != null ? words : "<" + name + ">";
  }
}
