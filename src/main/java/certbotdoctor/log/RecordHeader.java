package certbotdoctor.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Recognises the header of a certbot log record in bytes: {@code asctime:levelname:}, unchanged
 * since certbot 0.1 ({@code certbot: certbot/_internal/log.py}). Eight bytes at a time, as every
 * record comes through here.
 */
final class RecordHeader {
  /** Eight bytes of an array, the first the lowest. */
  static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** {@code 2026-08-01 03:17:42,123:} where 0 stands for a digit. */
  private static final byte[] SHAPE =
      "0000-00-00 00:00:00,000:".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  /** Bytes that decide: the time stamp and the longest level, {@code CRITICAL:}. */
  static final int LENGTH = SHAPE.length + 9;

  private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

  /** The shape in words; a byte that differs from a digit 0 by more than 9 is no digit. */
  private static final long[] WORDS = new long[SHAPE.length / Long.BYTES];

  /** What to add to the difference of each byte, so that its high bit tells that it is wrong. */
  private static final long[] LIMITS = new long[WORDS.length];

  static {
    for (int i = 0; i < SHAPE.length; i++) {
      int shift = Byte.SIZE * (i % Long.BYTES);
      WORDS[i / Long.BYTES] |= (long) SHAPE[i] << shift;
      LIMITS[i / Long.BYTES] |= (SHAPE[i] == '0' ? 0x7FL - 9 : 0x7FL) << shift;
    }
  }

  private RecordHeader() {}

  /** Whether a header starts at an offset; bytes beyond the limit do not count. */
  static boolean at(byte[] bytes, int offset, int limit) {
    if (limit - offset < SHAPE.length + 5) {
      return false;
    }
    long wrong = 0;
    for (int i = 0; i < WORDS.length; i++) {
      long difference = (long) WORD.get(bytes, offset + i * Long.BYTES) ^ WORDS[i];
      wrong |= difference | ((difference & LOW_BITS) + LIMITS[i]);
    }
    return (wrong & ~LOW_BITS) == 0 && level(bytes, offset + SHAPE.length, limit);
  }

  private static boolean level(byte[] bytes, int offset, int limit) {
    int end = offset;
    while (end < limit && end - offset < 9 && bytes[end] >= 'A' && bytes[end] <= 'Z') {
      end++;
    }
    return end - offset >= 4 && end < limit && bytes[end] == ':';
  }
}
