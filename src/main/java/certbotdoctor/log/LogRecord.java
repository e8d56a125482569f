package certbotdoctor.log;

import certbotdoctor.core.SourceSpan;
import java.nio.charset.StandardCharsets;

/**
 * A record of a log, or a stretch of text without record headers. Bytes are kept as they came and
 * decoded only where they are read.
 */
public final class LogRecord {
  private final SourceSpan span;
  private final byte[] bytes;
  private final boolean headed;
  private final boolean cut;

  LogRecord(SourceSpan span, byte[] bytes, boolean headed, boolean cut) {
    this.span = span;
    this.bytes = bytes;
    this.headed = headed;
    this.cut = cut;
  }

  /** Where it stands; the spans of all records of an input follow each other without gap. */
  public SourceSpan span() {
    return span;
  }

  /** The content, or its beginning where {@link #cut}; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * Whether it starts with certbot's record header ({@code certbot: _internal/log.py FILE_FMT}).
   */
  public boolean headed() {
    return headed;
  }

  /** Whether the record was longer than what is kept of one record. */
  public boolean cut() {
    return cut;
  }

  /** The record with a part of its content only. */
  public LogRecord with(byte[] part) {
    return new LogRecord(span, part, headed, cut);
  }

  /** The text; bytes that are no UTF-8 become U+FFFD. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
