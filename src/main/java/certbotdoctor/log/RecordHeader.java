package certbotdoctor.log;

/**
 * Recognises the header of a certbot log record in bytes: {@code asctime:levelname:}, unchanged
 * since certbot 0.1 ({@code certbot: certbot/_internal/log.py}).
 */
final class RecordHeader {
  /** {@code 2026-08-01 03:17:42,123:} where 0 stands for a digit. */
  private static final byte[] SHAPE =
      "0000-00-00 00:00:00,000:".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  /** Bytes that decide: the time stamp and the longest level, {@code CRITICAL:}. */
  static final int LENGTH = SHAPE.length + 9;

  private RecordHeader() {}

  /** Whether a header starts at an offset; bytes beyond the limit do not count. */
  static boolean at(byte[] bytes, int offset, int limit) {
    if (limit - offset < SHAPE.length + 5) {
      return false;
    }
    for (int i = 0; i < SHAPE.length; i++) {
      byte is = bytes[offset + i];
      byte wanted = SHAPE[i];
      if (wanted == '0' ? is < '0' || is > '9' : is != wanted) {
        return false;
      }
    }
    return level(bytes, offset + SHAPE.length, limit);
  }

  private static boolean level(byte[] bytes, int offset, int limit) {
    int end = offset;
    while (end < limit && end - offset < 9 && bytes[end] >= 'A' && bytes[end] <= 'Z') {
      end++;
    }
    return end - offset >= 4 && end < limit && bytes[end] == ':';
  }
}
