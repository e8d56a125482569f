package certbotdoctor.log;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Records of one input after another, undecoded and close together. */
public final class RecordStore {
  private static final int FIELDS = 5;
  private static final long HEADED = 1;
  private static final long CUT = 2;

  /** The first mark of the caller's; the others are the next bits. */
  private static final long MARK = 4;

  private static final int FLAGS = 4;

  private byte[] bytes;
  private int size;

  // of each record: end in the bytes, first byte, end byte, first line, last line * 16 + flags
  private long[] fields;
  private String[] sources;
  private @Nullable Object[] notes;
  private int count;

  /** A store for a whole run, or more. */
  public RecordStore() {
    this(8 * 1024, 64);
  }

  /** A store with room for some bytes of some records; there can be more. */
  public RecordStore(int bytes, int records) {
    this.bytes = new byte[bytes];
    this.fields = new long[records * FIELDS];
    this.sources = new String[records];
    this.notes = new Object[records];
  }

  /** Number of records. */
  public int count() {
    return count;
  }

  /** Number of bytes that the records take. */
  public int size() {
    return size;
  }

  /** Number of bytes that there is room for without taking more. */
  public int capacity() {
    return bytes.length;
  }

  /** Adds a record. */
  public void add(RecordView record) {
    add(record, 0);
  }

  /**
   * Adds a record with marks.
   *
   * @param marks what the caller likes to note of it, from 0 to 3
   */
  public void add(RecordView record, int marks) {
    add(record, record.to - record.from, marks, null);
  }

  /**
   * Adds a record, or its beginning.
   *
   * @param length how many of its bytes
   * @param marks what the caller likes to note of it, from 0 to 3
   * @param note what the caller likes to remember with it
   */
  public void add(RecordView record, int length, int marks, @Nullable Object note) {
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * bytes.length));
    }
    if (count == sources.length) {
      int more = 2 * count;
      sources = Arrays.copyOf(sources, more);
      notes = Arrays.copyOf(notes, more);
      fields = Arrays.copyOf(fields, more * FIELDS);
    }
    System.arraycopy(record.bytes, record.from, bytes, size, length);
    size += length;
    int at = count * FIELDS;
    fields[at] = size;
    fields[at + 1] = record.firstByte;
    fields[at + 2] = record.endByte;
    fields[at + 3] = record.firstLine;
    fields[at + 4] =
        (record.lastLine << FLAGS)
            + (record.headed ? HEADED : 0)
            + (record.cut ? CUT : 0)
            + MARK * marks;
    notes[count] = note;
    sources[count++] = record.source;
  }

  /** A record, by its number from 0. */
  public RecordView get(int index) {
    return new Stored(this, index);
  }

  /** The marks with which a record was added. */
  public int marks(int index) {
    return (int) (fields[index * FIELDS + 4] / MARK) & 3;
  }

  /** What is remembered with a record. */
  public @Nullable Object note(int index) {
    return notes[index];
  }

  private static final class Stored extends RecordView {
    Stored(RecordStore store, int index) {
      super(store.sources[index], store.bytes);
      int at = index * FIELDS;
      from = index == 0 ? 0 : (int) store.fields[at - FIELDS];
      to = (int) store.fields[at];
      headed = (store.fields[at + 4] & HEADED) != 0;
      cut = (store.fields[at + 4] & CUT) != 0;
      firstByte = store.fields[at + 1];
      endByte = store.fields[at + 2];
      firstLine = store.fields[at + 3];
      lastLine = store.fields[at + 4] >> FLAGS;
    }
  }

  /** Removes all records; the space stays for others. */
  public void clear() {
    Arrays.fill(notes, 0, count, null);
    count = 0;
    size = 0;
  }
}
