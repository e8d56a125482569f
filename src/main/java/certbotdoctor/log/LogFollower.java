package certbotdoctor.log;

import certbotdoctor.core.SourceSpan;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log while somebody writes it: what was there before is passed over, a file that is
 * created late, replaced by rotation or truncated is followed. Spans count from the place where
 * following began in each file. Not for use by several threads at once.
 *
 * <p>certbot rotates as Python's RotatingFileHandler does: {@code letsencrypt.log} becomes {@code
 * letsencrypt.log.1}, and a new file takes its place ({@code certbot: certbot/_internal/log.py}).
 */
public final class LogFollower implements Closeable {
  /** Rotations that may have happened between two looks. */
  private static final int ROTATIONS = 20;

  /** What is read in one look; the next look goes on. */
  private static final int MOST_AT_ONCE = 8 * 1024 * 1024;

  private final Path file;
  private @Nullable FileChannel channel;
  private @Nullable Object key;
  private long position;
  private byte[] pending = new byte[0];
  private long pendingAt;
  private long line = 1;

  /**
   * Follows a file from its present end, or from its beginning where it does not exist yet.
   *
   * @param file the log, which need not exist
   */
  public LogFollower(Path file) {
    this.file = file;
    BasicFileAttributes present = attributes(file);
    if (present != null) {
      open(file, present, present.size());
    }
  }

  /**
   * The records that were completed since the last look. The last record of the file counts as
   * complete when nothing was added to it between two looks.
   *
   * @return records in order; none where nothing is new or the log may not be read
   */
  public List<LogRecord> look() {
    List<LogRecord> records = new ArrayList<>();
    boolean grew = drain(records);
    Deque<Path> next = successors();
    while (!next.isEmpty()) {
      flush(records);
      Path path = next.removeFirst();
      BasicFileAttributes present = attributes(path);
      if (present != null) {
        open(path, present, 0);
        grew |= drain(records);
      }
    }
    if (!grew) {
      flush(records);
    }
    return records;
  }

  /** Whether the log could be opened at all. */
  public boolean found() {
    return channel != null;
  }

  /** Files that came after the one that is open, oldest first: rotated ones, then the current. */
  private Deque<Path> successors() {
    Deque<Path> newer = new ArrayDeque<>();
    BasicFileAttributes current = attributes(file);
    if (current == null || same(current)) {
      return newer;
    }
    newer.addFirst(file);
    for (int i = 1; channel != null && i <= ROTATIONS; i++) {
      Path rotated = file.resolveSibling(file.getFileName() + "." + i);
      BasicFileAttributes attributes = attributes(rotated);
      if (attributes == null || java.util.Objects.equals(attributes.fileKey(), key)) {
        return newer;
      }
      newer.addFirst(rotated);
    }
    // the file that was open is nowhere: it was removed, so nothing lies between
    newer.clear();
    newer.add(file);
    return newer;
  }

  private boolean same(BasicFileAttributes current) {
    return channel != null
        && java.util.Objects.equals(current.fileKey(), key)
        && current.size() >= position;
  }

  private void open(Path path, BasicFileAttributes attributes, long from) {
    close();
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ);
      key = attributes.fileKey();
    } catch (IOException e) {
      return; // not readable: the caller sees that nothing was found
    }
    position = from;
    pendingAt = from;
    line = 1;
  }

  /** Reads what is new and takes complete records from it; tells whether anything was new. */
  private boolean drain(List<LogRecord> records) {
    FileChannel open = channel;
    if (open == null) {
      return false;
    }
    byte[] fresh;
    try {
      ByteBuffer buffer =
          ByteBuffer.allocate((int) Math.min(MOST_AT_ONCE, Math.max(0, open.size() - position)));
      int read = buffer.hasRemaining() ? open.read(buffer, position) : 0;
      fresh = Arrays.copyOf(buffer.array(), Math.max(0, read));
    } catch (IOException e) {
      return false;
    }
    if (fresh.length == 0) {
      return false;
    }
    position += fresh.length;
    int kept = pending.length;
    pending = Arrays.copyOf(pending, kept + fresh.length);
    System.arraycopy(fresh, 0, pending, kept, fresh.length);
    int last = lastHeader();
    take(records, last);
    return true;
  }

  /** Where the last record starts, which may still grow; 0 where there is but one. */
  private int lastHeader() {
    for (int i = pending.length - 1; i > 0; i--) {
      if (pending[i - 1] == '\n' && RecordHeader.at(pending, i, pending.length)) {
        return i;
      }
    }
    return 0;
  }

  private void flush(List<LogRecord> records) {
    take(records, pending.length);
  }

  /** Splits the first bytes of what is pending into records. */
  private void take(List<LogRecord> records, int length) {
    int start = 0;
    while (start < length) {
      int end = recordEnd(start, length);
      boolean headed = RecordHeader.at(pending, start, length);
      int kept = Math.min(end, start + RecordReader.MOST_OF_RECORD);
      byte[] bytes = Arrays.copyOfRange(pending, start, kept);
      long lines = lines(start, end);
      SourceSpan span =
          new SourceSpan(
              file.toString(), pendingAt + start, pendingAt + end, line, line + lines - 1);
      records.add(new LogRecord(span, bytes, headed, kept < end));
      line += lines;
      start = end;
    }
    pending = Arrays.copyOfRange(pending, length, pending.length);
    pendingAt += length;
  }

  private int recordEnd(int start, int length) {
    for (int i = start + 1; i < length; i++) {
      if (pending[i - 1] == '\n' && RecordHeader.at(pending, i, length)) {
        return i;
      }
    }
    return length;
  }

  private long lines(int start, int end) {
    long lines = 0;
    for (int i = start; i < end; i++) {
      if (pending[i] == '\n') {
        lines++;
      }
    }
    return Math.max(1, lines);
  }

  private static @Nullable BasicFileAttributes attributes(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class);
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public void close() {
    FileChannel open = channel;
    channel = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        channel = null; // nothing more to do with a file that was only read
      }
    }
  }
}
