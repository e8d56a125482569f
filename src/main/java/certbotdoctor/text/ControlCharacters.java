package certbotdoctor.text;

/** Terminal control: escape sequences (ECMA-48 CSI, OSC and two-character ones), CR, NUL. */
final class ControlCharacters {
  private static final char ESC = '\u001b';

  private ControlCharacters() {}

  /** The line without them; of text overwritten after a carriage return the last version stays. */
  static String removed(String line) {
    if (line.indexOf(ESC) < 0
        && line.indexOf('\r') < 0
        && line.indexOf('\0') < 0
        && line.indexOf('\b') < 0) {
      return line;
    }
    StringBuilder kept = new StringBuilder(line.length());
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c == ESC) {
        i = afterSequence(line, i + 1);
        continue;
      }
      if (c == '\r' && i + 1 < line.length() && line.charAt(i + 1) != '\r') {
        // certbot's own texts never overwrite a line: what follows is a new line to a reader
        kept.append(' ');
      } else if (c != '\r' && c != '\0' && c != '\b') {
        kept.append(c);
      }
      i++;
    }
    return kept.toString();
  }

  private static int afterSequence(String line, int at) {
    if (at >= line.length()) {
      return at;
    }
    char kind = line.charAt(at);
    if (kind == '[') {
      int i = at + 1;
      while (i < line.length() && line.charAt(i) >= 0x20 && line.charAt(i) < 0x40) {
        i++;
      }
      return Math.min(line.length(), i + 1);
    }
    if (kind == ']' || kind == 'P' || kind == '_' || kind == '^') {
      return afterString(line, at + 1);
    }
    return at + 1;
  }

  /** OSC, DCS, APC and PM strings end with BEL or ESC backslash; an open one ends with the line. */
  private static int afterString(String line, int from) {
    for (int i = from; i < line.length(); i++) {
      if (line.charAt(i) == '\u0007') {
        return i + 1;
      }
      if (line.charAt(i) == ESC) {
        return Math.min(line.length(), i + 2);
      }
    }
    return line.length();
  }
}
