package certbotdoctor.log;

import certbotdoctor.core.SourceSpan;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Splits an input into records, streaming, without decoding: a record starts at a line with
 * certbot's header and ends before the next one. Text without headers (terminal output, other
 * clients) comes in stretches of whole lines. The spans of the records, in order, cover the input
 * without gap or overlap; memory does not grow with the input, nor with the length of a line.
 */
public final class RecordReader implements Iterator<LogRecord>, Closeable {
  private static final int BUFFER = 256 * 1024;

  /** What is kept of one record; the rest is skipped, but counted in its span. */
  static final int MOST_OF_RECORD = 1024 * 1024;

  /** A stretch of text without headers ends at the first blank line after this many bytes … */
  private static final int LONG_STRETCH = 64 * 1024;

  /** … and at any line end after this many. */
  private static final int LONGEST_STRETCH = 256 * 1024;

  private final String source;
  private final InputStream in;
  private byte[] buffer = new byte[BUFFER];
  private int start;
  private int limit;
  private boolean ended;
  private long bytesBefore;
  private long line = 1;

  /**
   * Reads an input.
   *
   * @param source its name, for the spans
   * @param in the decompressed bytes; closed by {@link #close}
   */
  public RecordReader(String source, InputStream in) {
    this.source = source;
    this.in = in;
  }

  @Override
  public boolean hasNext() {
    if (start == limit) {
      fill();
    }
    return start < limit;
  }

  /**
   * The next record.
   *
   * @throws UncheckedIOException when the input cannot be read
   */
  @Override
  public LogRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException("end of " + source);
    }
    require(RecordHeader.LENGTH);
    boolean headed = RecordHeader.at(buffer, start, limit);
    long firstByte = bytesBefore + start;
    long firstLine = line;
    Kept kept = new Kept();
    boolean blankBefore = false;
    do {
      blankBefore = takeLine(kept) <= 1;
      require(RecordHeader.LENGTH);
    } while (start < limit
        && !RecordHeader.at(buffer, start, limit)
        && (headed || !stretchEnds(kept.taken, blankBefore)));
    long lastLine = Math.max(firstLine, kept.lastWasOpen ? line : line - 1);
    SourceSpan span = new SourceSpan(source, firstByte, bytesBefore + start, firstLine, lastLine);
    return new LogRecord(span, kept.bytes(), headed, kept.cut());
  }

  private static boolean stretchEnds(long taken, boolean blankLine) {
    return taken >= LONGEST_STRETCH || (blankLine && taken >= LONG_STRETCH);
  }

  /** Takes the bytes up to and with the next line end; gives the length of the line without it. */
  private long takeLine(Kept kept) {
    long length = 0;
    while (true) {
      int end = lineEnd(start, limit);
      int stop = end < 0 ? limit : end + 1;
      kept.add(buffer, start, stop);
      length += stop - start;
      start = stop;
      if (end >= 0) {
        line++;
        kept.lastWasOpen = false;
        return length - 1;
      }
      kept.lastWasOpen = true;
      fill();
      if (start == limit) {
        return length;
      }
    }
  }

  private int lineEnd(int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Makes this many bytes visible from {@link #start} on, unless the input ends before. */
  private void require(int bytes) {
    while (limit - start < bytes && !ended) {
      fill();
    }
  }

  private void fill() {
    if (ended) {
      return;
    }
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      bytesBefore += start;
      limit -= start;
      start = 0;
    }
    try {
      int read = in.read(buffer, limit, buffer.length - limit);
      if (read < 0) {
        ended = true;
      } else {
        limit += read;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    buffer = new byte[0];
    start = 0;
    limit = 0;
    ended = true;
    in.close();
  }

  /** The beginning of a record, up to the limit. */
  private static final class Kept {
    private byte[] kept = new byte[4096];
    private int size;
    private long taken;
    private boolean lastWasOpen;

    void add(byte[] from, int start, int stop) {
      taken += stop - start;
      int room = Math.min(stop - start, MOST_OF_RECORD - size);
      if (room <= 0) {
        return;
      }
      if (size + room > kept.length) {
        kept = Arrays.copyOf(kept, Math.max(size + room, Math.min(MOST_OF_RECORD, 2 * size)));
      }
      System.arraycopy(from, start, kept, size, room);
      size += room;
    }

    boolean cut() {
      return taken > size;
    }

    byte[] bytes() {
      return Arrays.copyOf(kept, size);
    }
  }
}
