package certbotdoctor.log;

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
public final class RecordReader extends RecordView implements Iterator<LogRecord>, Closeable {
  private static final int BUFFER = 256 * 1024;

  /** What is kept of one record; the rest is skipped, but counted in its span. */
  static final int MOST_OF_RECORD = 1024 * 1024;

  /** A stretch of text without headers ends at the first blank line after this many bytes … */
  private static final int LONG_STRETCH = 64 * 1024;

  /** … and at any line end after this many. */
  private static final int LONGEST_STRETCH = 256 * 1024;

  private final InputStream in;
  private final HeaderScanner headers = new HeaderScanner();
  private byte[] buffer;
  private int start;
  private int limit;
  private boolean ended;
  private long bytesBefore;
  private long line = 1;

  /** Whether what comes next was found to be a header. */
  private boolean headerComes;

  /**
   * Reads an input.
   *
   * @param source its name, for the spans
   * @param in the decompressed bytes; closed by {@link #close}
   */
  public RecordReader(String source, InputStream in) {
    super(source, new byte[BUFFER]);
    this.buffer = bytes;
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
    if (!advance()) {
      throw new NoSuchElementException("end of " + source);
    }
    return record();
  }

  /**
   * Makes the next record the current one, without copying it.
   *
   * @return whether there is one
   * @throws UncheckedIOException when the input cannot be read
   */
  public boolean advance() {
    if (!hasNext()) {
      return false;
    }
    require(RecordHeader.LENGTH);
    headed = headerComes || RecordHeader.at(buffer, start, limit);
    headerComes = false;
    firstByte = bytesBefore + start;
    firstLine = line;
    if (!headed || !wholeInBuffer()) {
      gather();
    }
    return true;
  }

  /** Takes a record with a header that the buffer can hold whole; else changes nothing. */
  private boolean wholeInBuffer() {
    int searched = 0;
    long passed = 0;
    while (true) {
      int stop = ended ? limit : limit - RecordHeader.LENGTH;
      int next = start + searched < stop ? headers.next(buffer, start + searched, stop, limit) : -1;
      passed += headers.takeNewlines();
      if (next >= 0 || ended) {
        headerComes = next >= 0;
        whole(headerComes ? next : limit, passed);
        return true;
      }
      searched = Math.max(searched, stop - start);
      if (limit - start == buffer.length) {
        return false;
      }
      fill();
    }
  }

  private void whole(int end, long newlines) {
    bytes = buffer;
    from = start;
    to = end;
    cut = false;
    start = end;
    endByte = bytesBefore + end;
    line += newlines;
    lastLine = Math.max(firstLine, buffer[end - 1] == '\n' ? line - 1 : line);
  }

  /** Takes a stretch of text without header, or a record that is longer than the buffer. */
  private void gather() {
    Kept kept = new Kept();
    boolean blankBefore = false;
    do {
      blankBefore = takeLine(kept) <= 1;
      require(RecordHeader.LENGTH);
    } while (start < limit
        && !RecordHeader.at(buffer, start, limit)
        && (headed || !stretchEnds(kept.taken, blankBefore)));
    endByte = bytesBefore + start;
    lastLine = Math.max(firstLine, kept.lastWasOpen ? line : line - 1);
    bytes = kept.kept;
    from = 0;
    to = kept.size;
    cut = kept.cut();
  }

  private static boolean stretchEnds(long taken, boolean blankLine) {
    return taken >= LONGEST_STRETCH || (blankLine && taken >= LONG_STRETCH);
  }

  /** Takes the bytes up to and with the next line end; gives the length of the line without it. */
  private long takeLine(Kept kept) {
    long length = 0;
    while (true) {
      int end = HeaderScanner.lineEnd(buffer, start, limit);
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
    bytes = buffer;
    from = 0;
    to = 0;
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
  }
}
