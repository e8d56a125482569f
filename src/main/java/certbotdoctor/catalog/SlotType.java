package certbotdoctor.catalog;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a slot of a template may hold. A type that delimits itself is possessive; the others take as
 * little as the following literal allows, at most 512 characters.
 */
enum SlotType {
  /** Any text, across line ends, up to the following literal. */
  FREE("[\\s\\S]", "[^\\r\\n]{1,512}+", false),
  /** To the end of the line. */
  REST("[^\\r\\n]", "[^\\r\\n]{1,512}+", false),
  /** A domain name without the final dot, or what stands for a redacted one. */
  DOMAIN("", SlotType.NAME + "|<[^<>\\r\\n]{1,100}+>|\\{[^{}\\r\\n]{1,100}+\\}", true),
  /** Characters other than white space. */
  WORD("\\S", "\\S{0,511}[^\\s.,;:!?)\\]}>\"'“”‘’]", false),
  /** A whole number. */
  INT("", "-?\\d{1,18}+", true),
  /** An error code of an API: digits, or words joined by dots, hyphens, slashes. */
  CODE("", "\\w{1,64}+(?:[.\\-#/]\\w{1,64}+){0,8}+", true),
  /** A file name. */
  PATH("[^\\s\"'<>]", "[^\\s\"'<>]{0,511}[^\\s\"'<>.,;:!?)\\]}]", false),
  /** An http or https URL. */
  URL("[^\\s\"'<>]", "https?://[^\\s\"'<>]{0,511}[^\\s\"'<>.,;:!?)\\]}\\\\]", false),
  /** A quoted string; the slot holds it without the quotes. */
  QUOTED(
      "",
      "\\\\?\"[^\"\\r\\n]{0,512}+\"|'[^'\\r\\n]{0,512}+'|“[^”\\r\\n]{0,512}+”|‘[^’\\r\\n]{0,512}+’",
      true);

  private static final String NAME =
      "(?:[\\p{L}\\p{M}\\p{N}_*\\-]{1,63}+\\.(?=[\\p{L}\\p{M}\\p{N}_*\\-])){0,127}+"
          + "[\\p{L}\\p{M}\\p{N}_*\\-]{1,63}+";

  private final String one;
  private final String alone;
  private final boolean selfDelimiting;

  SlotType(String one, String alone, boolean selfDelimiting) {
    this.one = one;
    this.alone = alone;
    this.selfDelimiting = selfDelimiting;
  }

  /** Whether it needs no literal after it to know its end. */
  boolean selfDelimiting() {
    return selfDelimiting;
  }

  /** Whether another message may stand inside. */
  boolean holdsMessages() {
    return this == FREE || this == REST;
  }

  /** The expression of a slot that a literal ends. */
  String untilLiteral() {
    return selfDelimiting ? alone : (this == URL ? "https?://" : "") + one + "{1,512}?";
  }

  /** The expression of a slot that nothing follows. */
  String atEnd() {
    return alone;
  }

  /** The slot's value from the matched text. */
  String value(String matched) {
    String text = matched.strip();
    if (this != QUOTED) {
      return text;
    }
    int from = text.startsWith("\\") ? 2 : 1;
    int to = text.endsWith("\\\"") ? text.length() - 2 : text.length() - 1;
    return text.substring(from, Math.max(from, to));
  }

  /** The type of a name in a template; null for a name that is none. */
  static @Nullable SlotType of(String name) {
    for (SlotType type : values()) {
      if (type != FREE && type.name().toLowerCase(Locale.ROOT).equals(name)) {
        return type;
      }
    }
    return null;
  }
}
