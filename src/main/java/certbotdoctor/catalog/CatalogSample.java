package certbotdoctor.catalog;

import certbotdoctor.core.Slots;

/**
 * A text that an entry must match.
 *
 * @param text the text
 * @param slots the slots that must come out, without {@code plugin}
 * @param line its line in the source, from 1
 * @param column its column, from 1
 */
public record CatalogSample(String text, Slots slots, int line, int column) {}
