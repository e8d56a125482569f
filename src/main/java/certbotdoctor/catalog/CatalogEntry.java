package certbotdoctor.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of the catalogue, as written.
 *
 * @param id dotted name, for example {@code cloudflare.zone-not-found}
 * @param kind what it means
 * @param speaker who says it
 * @param plugin authenticator name of the plugin or provider that it belongs to, or null; becomes
 *     the slot {@code plugin}
 * @param patterns its wordings: templates, or regular expressions where {@code regex}
 * @param regex whether the patterns are regular expressions
 * @param literal for regular expressions, a word that every match holds; else null
 * @param anchored whether it must stand at the beginning of a line
 * @param general whether it gives way to a message in its slots, or to one that holds it in a slot
 * @param seen where the wording was read
 * @param samples texts that it must match
 * @param file name of the source that it stands in
 * @param line its line there, from 1
 */
public record CatalogEntry(
    String id,
    MessageKind kind,
    Speaker speaker,
    @Nullable String plugin,
    List<String> patterns,
    boolean regex,
    @Nullable String literal,
    boolean anchored,
    boolean general,
    String seen,
    List<CatalogSample> samples,
    String file,
    int line) {
  /** Copies the lists. */
  public CatalogEntry {
    patterns = List.copyOf(patterns);
    samples = List.copyOf(samples);
  }
}
