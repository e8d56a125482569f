package certbotdoctor.log;

import java.util.Arrays;

/** Records of one input after another, undecoded and close together. */
public final class RecordStore {
  private static final int FIELDS = 5;
  private static final long HEADED = 1;
  private static final long CUT = 2;
  private static final long MARKED = 4;
  private static final int FLAGS = 3;

  private byte[] bytes = new byte[8 * 1024];
  private int size;

  // of each record: end in the bytes, first byte, end byte, first line, last line * 8 + flags
  private long[] fields = new long[64 * FIELDS];
  private String[] sources = new String[64];
  private int count;

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
    add(record, false);
  }

  /** Adds a record, with a mark of the caller's or without. */
  public void add(RecordView record, boolean marked) {
    int length = record.to() - record.from();
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * bytes.length));
    }
    if (count == sources.length) {
      sources = Arrays.copyOf(sources, 2 * count);
      fields = Arrays.copyOf(fields, 2 * fields.length);
    }
    System.arraycopy(record.bytes(), record.from(), bytes, size, length);
    size += length;
    int at = count * FIELDS;
    fields[at] = size;
    fields[at + 1] = record.firstByte();
    fields[at + 2] = record.endByte();
    fields[at + 3] = record.firstLine();
    fields[at + 4] =
        (record.lastLine() << FLAGS)
            + (record.headed() ? HEADED : 0)
            + (record.cut() ? CUT : 0)
            + (marked ? MARKED : 0);
    sources[count++] = record.source();
  }

  /** A record, by its number from 0. */
  public RecordView get(int index) {
    return new Stored(index);
  }

  /** Whether a record was added with a mark. */
  public boolean marked(int index) {
    return (fields[index * FIELDS + 4] & MARKED) != 0;
  }

  private final class Stored implements RecordView {
    private final int index;
    private final int at;

    Stored(int index) {
      this.index = index;
      this.at = index * FIELDS;
    }

    @Override
    public byte[] bytes() {
      return bytes;
    }

    @Override
    public int from() {
      return index == 0 ? 0 : (int) fields[at - FIELDS];
    }

    @Override
    public int to() {
      return (int) fields[at];
    }

    @Override
    public boolean headed() {
      return (fields[at + 4] & HEADED) != 0;
    }

    @Override
    public boolean cut() {
      return (fields[at + 4] & CUT) != 0;
    }

    @Override
    public String source() {
      return sources[index];
    }

    @Override
    public long firstByte() {
      return fields[at + 1];
    }

    @Override
    public long endByte() {
      return fields[at + 2];
    }

    @Override
    public long firstLine() {
      return fields[at + 3];
    }

    @Override
    public long lastLine() {
      return fields[at + 4] >> FLAGS;
    }
  }

  /** Removes all records; the space stays for others. */
  public void clear() {
    count = 0;
    size = 0;
  }
}
