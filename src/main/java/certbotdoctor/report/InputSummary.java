package certbotdoctor.report;

/**
 * What was read of an input.
 *
 * @param source name
 * @param kind what it was taken for
 * @param bytes size after decompression
 * @param units records, or lines of text without record headers
 * @param understood units with a known meaning
 */
public record InputSummary(String source, String kind, long bytes, long units, long understood) {}
