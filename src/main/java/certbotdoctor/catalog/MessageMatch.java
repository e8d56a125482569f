package certbotdoctor.catalog;

import certbotdoctor.core.Slots;

/**
 * A message of the catalogue, found in a text.
 *
 * @param id the message, for example {@code cloudflare.zone-not-found}
 * @param kind what it means, the word that rules refer to, for example {@code zone-not-found}
 * @param speaker who says it
 * @param slots its parameters; {@code plugin} where the entry belongs to one
 * @param start offset of the first matched character in the text
 * @param end offset after the last one
 */
public record MessageMatch(
    String id, String kind, Speaker speaker, Slots slots, int start, int end) {}
