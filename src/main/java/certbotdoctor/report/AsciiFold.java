package certbotdoctor.report;

/** Text for terminals that show only ASCII. */
final class AsciiFold {
  private AsciiFold() {}

  /** Typographic characters as their ASCII stand-ins, all others as {@code \}{@code u{…}}. */
  static String of(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(cp -> append(cp, out));
    return out.toString();
  }

  private static void append(int codePoint, StringBuilder out) {
    if (codePoint < 0x80) {
      out.append((char) codePoint);
      return;
    }
    switch (codePoint) {
      case '\u2013', '\u2014', '\u2212', '\u00b7', '\u2500' -> out.append('-');
      case '\u2018', '\u2019' -> out.append('\'');
      case '\u201c', '\u201d' -> out.append('"');
      case '\u2026' -> out.append("...");
      case '\u2022', '\u25cf' -> out.append('*');
      case '\u2192' -> out.append("->");
      case '\u2717', '\u00d7' -> out.append('x');
      case '\u2713' -> out.append('v');
      case '\u2502' -> out.append('|');
      case '\u00a0' -> out.append(' ');
      case '\u00a7' -> out.append("section ");
      default -> out.append(Visible.written(codePoint));
    }
  }
}
