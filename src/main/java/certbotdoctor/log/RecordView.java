package certbotdoctor.log;

import certbotdoctor.core.SourceSpan;

/**
 * A record where it lies, without a copy of its own; valid until the next one is asked for. A class
 * with fields, not an interface: every record of a log of gigabytes is asked some twenty times.
 */
public abstract class RecordView {
  byte[] bytes;
  int from;
  int to;
  boolean headed;
  boolean cut;
  String source;
  long firstByte;
  long endByte;
  long firstLine;
  long lastLine;

  RecordView(String source, byte[] bytes) {
    this.source = source;
    this.bytes = bytes;
  }

  /** The array that holds the record; not to be changed. */
  public final byte[] bytes() {
    return bytes;
  }

  /** Where the record begins in {@link #bytes}. */
  public final int from() {
    return from;
  }

  /** Where the record, or what is kept of it, ends in {@link #bytes}. */
  public final int to() {
    return to;
  }

  /** Whether it starts with certbot's record header. */
  public final boolean headed() {
    return headed;
  }

  /** Whether it is longer than what is kept of it. */
  public final boolean cut() {
    return cut;
  }

  /** The name of the input. */
  public final String source() {
    return source;
  }

  /** Its first byte in the input. */
  public final long firstByte() {
    return firstByte;
  }

  /** The byte after it in the input. */
  public final long endByte() {
    return endByte;
  }

  /** The number of its first line, from 1. */
  public final long firstLine() {
    return firstLine;
  }

  /** The number of its last line. */
  public final long lastLine() {
    return lastLine;
  }

  /** Whether it is one line. */
  public final boolean oneLine() {
    return firstLine == lastLine;
  }

  /** Where it stands. */
  public final SourceSpan span() {
    return new SourceSpan(source, firstByte, endByte, firstLine, lastLine);
  }

  /** The record, to keep. */
  public final LogRecord record() {
    return new LogRecord(span(), java.util.Arrays.copyOfRange(bytes, from, to), headed, cut);
  }
}
