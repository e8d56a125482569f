package certbotdoctor.log;

/**
 * Looks for the next record header that stands at the start of a line, and counts line ends on the
 * way: eight bytes at a time, since every byte of a log of gigabytes comes through here.
 */
final class HeaderScanner {
  private static final long NEWLINES = 0x0A0A0A0A0A0A0A0AL;
  private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

  /** Multiplied by {@code 1 << 8 * k}, gives k in the highest byte. */
  private static final long INDEX = 0x0001020304050607L;

  private long newlines;

  /** Line ends that were passed since the last call of this method. */
  long takeNewlines() {
    long passed = newlines;
    newlines = 0;
    return passed;
  }

  /**
   * Looks for a header.
   *
   * @param bytes where to look
   * @param from first byte to look at; a header counts only after a line end that is looked at
   * @param to where to stop looking for line ends; a header may start there
   * @param limit end of the bytes that are there; they decide whether something is a header
   * @return offset of the header, or -1; the line ends counted are those before the header
   */
  int next(byte[] bytes, int from, int to, int limit) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long word = (long) RecordHeader.WORD.get(bytes, i) ^ NEWLINES;
      // the high bit of each byte that is zero now, exactly
      long found = ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
      while (found != 0) {
        long lowest = found & -found;
        found ^= lowest;
        newlines++;
        int after = i + (int) (((lowest >>> 7) * INDEX) >>> 56) + 1;
        if (after < limit && digit(bytes[after]) && RecordHeader.at(bytes, after, limit)) {
          return after;
        }
      }
    }
    for (; i < to; i++) {
      if (bytes[i] == '\n') {
        newlines++;
        if (RecordHeader.at(bytes, i + 1, limit)) {
          return i + 1;
        }
      }
    }
    return -1;
  }

  /** The offset of the next line end, -1 where there is none before the limit. */
  static int lineEnd(byte[] bytes, int from, int limit) {
    for (int i = from; i < limit; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static boolean digit(byte b) {
    return b >= '0' && b <= '9';
  }
}
