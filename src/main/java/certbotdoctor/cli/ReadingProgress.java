package certbotdoctor.cli;

import java.util.Locale;
import java.util.function.Consumer;

/** Says how far reading has come, once it takes longer than a moment. */
final class ReadingProgress {
  /** Bytes between two looks at the clock. */
  private static final long STEP = 4 << 20;

  private static final long MOMENT = 1_000_000_000L;
  private static final double MEGABYTE = 1e6;

  private final Consumer<String> status;
  private long started = -1;
  private long shown;
  private long next = STEP;

  /** Shows words by a status line, which is silent where there is no terminal. */
  ReadingProgress(Consumer<String> status) {
    this.status = status;
  }

  /**
   * Notes how far an input was read.
   *
   * @param before bytes of the inputs before it
   * @param bytes bytes of this input so far
   * @param size its size in bytes, 0 where it is not known
   */
  void at(long before, long bytes, long size) {
    if (before + bytes < next) {
      return;
    }
    next = before + bytes + STEP;
    long now = System.nanoTime();
    if (started < 0) {
      started = now;
      shown = now;
    } else if (now - shown > MOMENT) {
      shown = now;
      double rate = (before + bytes) / MEGABYTE / ((now - started) / 1e9);
      double left = (size - bytes) / MEGABYTE / rate;
      String rest = size > bytes ? String.format(Locale.ROOT, ", %.0f s left", left) : "";
      status.accept(
          String.format(
              Locale.ROOT, "read %.0f MB, %.0f MB/s%s", (before + bytes) / MEGABYTE, rate, rest));
    }
  }
}
