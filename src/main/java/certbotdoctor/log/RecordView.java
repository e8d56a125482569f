package certbotdoctor.log;

import certbotdoctor.core.SourceSpan;

/** A record where it lies, without a copy of its own; valid until the next one is asked for. */
public interface RecordView {
  /** The array that holds the record; not to be changed. */
  byte[] bytes();

  /** Where the record begins in {@link #bytes}. */
  int from();

  /** Where the record, or what is kept of it, ends in {@link #bytes}. */
  int to();

  /** Whether it starts with certbot's record header. */
  boolean headed();

  /** Whether it is longer than what is kept of it. */
  boolean cut();

  /** The name of the input. */
  String source();

  /** Its first byte in the input. */
  long firstByte();

  /** The byte after it in the input. */
  long endByte();

  /** The number of its first line, from 1. */
  long firstLine();

  /** The number of its last line. */
  long lastLine();

  /** Where it stands. */
  default SourceSpan span() {
    return new SourceSpan(source(), firstByte(), endByte(), firstLine(), lastLine());
  }

  /** The record, to keep. */
  default LogRecord record() {
    byte[] own = java.util.Arrays.copyOfRange(bytes(), from(), to());
    return new LogRecord(span(), own, headed(), cut());
  }
}
