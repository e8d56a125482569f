package certbotdoctor.probe.dns.check;

import certbotdoctor.core.Slots;

/**
 * What a check concludes.
 *
 * @param outcome a word from its finite set
 * @param facts under the names of its descriptor
 */
public record Finding(String outcome, Slots facts) {}
