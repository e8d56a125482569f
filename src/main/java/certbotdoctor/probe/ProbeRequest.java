package certbotdoctor.probe;

import certbotdoctor.core.Slots;

/**
 * A question to the live world, as a value: two rules that ask the same share one answer.
 *
 * @param probe name of the probe, for example {@code dns.txt}
 * @param slots what it needs, for example {@code name}, {@code expected}
 */
public record ProbeRequest(String probe, Slots slots) {}
