package certbotdoctor.text;

/**
 * Quotation marks and dashes that a forum, a ticket system or a word processor has made
 * typographic. A line that has marks of ASCII as well is left as it is: there the others are part
 * of a value, as in a TXT record that was pasted with its quotation marks.
 */
final class Typography {
  private static final char EN_DASH = '\u2013';
  private static final char EM_DASH = '\u2014';
  private static final char FIRST_SINGLE = '\u2018';
  private static final char FIRST_DOUBLE = '\u201c';
  private static final char LAST_DOUBLE = '\u201f';

  private Typography() {}

  /** The line as certbot and the CA write it. */
  static String undone(String line) {
    if (!isIn(line)) {
      return line;
    }
    boolean twice = line.indexOf('"') < 0;
    boolean once = twice && line.indexOf('\'') < 0;
    StringBuilder undone = new StringBuilder(line.length() + 8);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (isOption(line, i)) {
        undone.append("--");
      } else if (twice && c >= FIRST_DOUBLE && c <= LAST_DOUBLE) {
        undone.append('"');
      } else {
        undone.append(once && c >= FIRST_SINGLE && c < FIRST_DOUBLE ? '\'' : c);
      }
    }
    return undone.toString();
  }

  /** Whether a dash stands where an option begins. */
  private static boolean isOption(String line, int at) {
    char c = line.charAt(at);
    if ((c != EN_DASH && c != EM_DASH) || at + 1 == line.length()) {
      return false;
    }
    char before = at == 0 ? ' ' : line.charAt(at - 1);
    char after = line.charAt(at + 1);
    boolean begins = !Character.isLetterOrDigit(before) && before != c && before != '-';
    return begins && after >= 'a' && after <= 'z';
  }

  private static boolean isIn(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c >= EN_DASH && c <= LAST_DOUBLE) {
        return true;
      }
    }
    return false;
  }
}
