package certbotdoctor.report;

import java.util.Locale;

/** Characters that would act, or would not be seen, written out so that a reader sees them. */
final class Visible {
  private Visible() {}

  /**
   * Whether a character must be written out: control characters, bidirectional and other format
   * controls, line separators, lone surrogates, private and unassigned characters.
   */
  static boolean acts(int codePoint) {
    if (codePoint < 0x7f) {
      return codePoint < 0x20;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  /** The written form, for example {@code \n}, <code>\x1b</code> or {@code \}{@code u{202e}}. */
  static String written(int codePoint) {
    return switch (codePoint) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          codePoint < 0x100
              ? String.format(Locale.ROOT, "\\x%02x", codePoint)
              : String.format(Locale.ROOT, "\\u{%x}", codePoint);
    };
  }

  /** The text with every acting character written out. */
  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            cp -> {
              if (acts(cp)) {
                out.append(written(cp));
              } else {
                out.appendCodePoint(cp);
              }
            });
    return out.toString();
  }

  /**
   * The beginning of a text that is too long to be read, and how much is missing.
   *
   * @param limit longest text in characters that stays whole
   */
  static String clipped(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end) + " […" + (text.length() - end) + " more characters]";
  }

  /** The text with a replacement character for each half of a broken surrogate pair. */
  static String wellFormed(String text) {
    boolean broken = text.codePoints().anyMatch(cp -> cp >= 0xd800 && cp <= 0xdfff);
    if (!broken) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(cp -> out.appendCodePoint(cp >= 0xd800 && cp <= 0xdfff ? 0xfffd : cp));
    return out.toString();
  }
}
