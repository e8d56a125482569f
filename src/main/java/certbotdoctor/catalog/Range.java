package certbotdoctor.catalog;

/**
 * A part of a text.
 *
 * @param start offset of the first character
 * @param end offset after the last one
 */
record Range(int start, int end) {
  boolean overlaps(Range other) {
    return start < other.end && other.start < end;
  }
}
