package certbotdoctor.core;

import org.jspecify.annotations.Nullable;

/**
 * A place in an input: where a record, an event or a quotation stands.
 *
 * @param source name of the input as the user knows it, for example {@code letsencrypt.log.1.gz}
 * @param firstByte offset of the first byte in the decompressed input, from 0
 * @param endByte offset after the last byte
 * @param firstLine number of the first line, from 1
 * @param lastLine number of the last line, inclusive
 */
public record SourceSpan(String source, long firstByte, long endByte, long firstLine, long lastLine)
    implements Comparable<SourceSpan> {

  /** Checks the order of the bounds. */
  public SourceSpan {
    if (firstByte < 0 || endByte < firstByte || firstLine < 1 || lastLine < firstLine) {
      throw new IllegalArgumentException(
          "span " + firstByte + "-" + endByte + ", lines " + firstLine + "-" + lastLine);
    }
  }

  // equals and hashCode are written out: generated ones are linked when first used, which a short
  // run would feel

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceSpan span
        && firstByte == span.firstByte
        && endByte == span.endByte
        && firstLine == span.firstLine
        && lastLine == span.lastLine
        && source.equals(span.source);
  }

  @Override
  public int hashCode() {
    return 31 * source.hashCode() + Long.hashCode(firstByte);
  }

  /** Length in bytes. */
  public long length() {
    return endByte - firstByte;
  }

  /** By source name, then by position. */
  @Override
  public int compareTo(SourceSpan other) {
    int bySource = source.compareTo(other.source);
    return bySource != 0 ? bySource : Long.compare(firstByte, other.firstByte);
  }
}
