package certbotdoctor.diagnose;

import certbotdoctor.core.Slots;
import certbotdoctor.core.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * Something that is known of a failure, in the words that rules use.
 *
 * @param kind what it is about, a kind of {@link FactKinds}
 * @param slots its values
 * @param span where it stands in the input, null for what is inferred
 * @param quote the words there, null where there are none
 * @param file configuration file that it comes from, null for all else
 */
public record Fact(
    String kind,
    Slots slots,
    @Nullable SourceSpan span,
    @Nullable String quote,
    @Nullable String file) {

  /** A fact of the log. */
  public static Fact logged(String kind, Slots slots, SourceSpan span, @Nullable String quote) {
    return new Fact(kind, slots, span, quote, null);
  }

  /** A fact that follows from others. */
  public static Fact inferred(String kind, Slots slots) {
    return new Fact(kind, slots, null, null, null);
  }
}
