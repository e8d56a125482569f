package certbotdoctor.config;

import certbotdoctor.core.Slots;

/**
 * Something in the configuration that bears on a certificate.
 *
 * @param what {@code renewal}, {@code hook}, {@code manual-without-hooks}, {@code credentials},
 *     {@code readable-by-others} or {@code account-missing}
 * @param slots its values
 * @param file where it stands
 */
public record ConfigFinding(String what, Slots slots, String file) {}
