package certbotdoctor.event;

import certbotdoctor.core.SourceSpan;
import certbotdoctor.event.Event.Origin;
import certbotdoctor.event.EventReader.Reading;
import certbotdoctor.log.RecordView;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Reads records, each text once: a record that differs from an earlier one in its time only gives
 * the same events at its own place and time. Keeps a bounded number of texts.
 */
public final class RepeatedRecords {
  private static final int MOST = 4096;

  /** Bytes of texts that are kept when they come first; later ones are when they come again. */
  private static final int AT_ONCE = 384 * 1024;

  private static final int LONGEST = 4096;

  private final EventReader reader;
  private final Text probe = new Text(new CRC32());
  private long numbers;
  private int keptAtOnce;

  /** Hashes of texts that were read, by a part of the hash, in groups with the latest first. */
  private final int[] seen = new int[1 << 14];

  /** Hashes in a group: texts that come in turn must not drive each other out. */
  private static final int GROUP = 4;

  /** Spreads a hash over all its bits (the golden ratio as a fraction of 32 bits). */
  private static final int SPREAD = 0x9E3779B1;

  private final Map<Text, Known> known =
      new LinkedHashMap<>(4096, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Text, Known> eldest) {
          return size() > MOST;
        }
      };

  /** Reads by a reader of single records. */
  public RepeatedRecords(EventReader reader) {
    this.reader = reader;
  }

  /**
   * What a text gave, at the place where it stood first.
   *
   * @param number another one for each text
   */
  public record Known(long number, Reading reading, SourceSpan span) {}

  /** The text of the current record, where it was read before and may be known again. */
  public @Nullable Known known(RecordView current) {
    int from = current.from() + Trigger.STAMP;
    int length = current.to() - from;
    if (!current.headed() || length > LONGEST || length <= 0) {
      return null;
    }
    probe.set(current.bytes(), from, length);
    return known.get(probe);
  }

  /** The events of the current record, as {@link EventReader#read} gives them. */
  public Reading read(RecordView current) {
    int length = current.to() - current.from() - Trigger.STAMP;
    if (!current.headed() || length > LONGEST || length <= 0) {
      return reader.read(current.record());
    }
    Known same = known(current);
    if (same != null) {
      return again(same, current);
    }
    Reading reading = reader.read(current.record());
    if ((seenBefore(probe.hash) || keptAtOnce < AT_ONCE)
        && !datedWithin(current.bytes(), current.from() + Trigger.STAMP, current.to())) {
      keptAtOnce += keptAtOnce < AT_ONCE ? length : 0;
      known.put(probe.copy(), new Known(numbers++, reading, current.span()));
    }
    return reading;
  }

  /** Whether a text was probably read before; most texts come once only, and are not kept. */
  private boolean seenBefore(int hash) {
    int group = ((hash * SPREAD) >>> Short.SIZE) & (seen.length - GROUP);
    int place = group;
    while (seen[place] != hash && place < group + GROUP - 1) {
      place++;
    }
    boolean before = seen[place] == hash;
    System.arraycopy(seen, group, seen, group + 1, place - group);
    seen[group] = hash;
    return before;
  }

  /** What a text gives in the current record. */
  public static Reading again(Known same, RecordView current) {
    if (same.reading.events().isEmpty()) {
      return same.reading;
    }
    SourceSpan span = current.span();
    LocalDateTime at = HeaderTime.of(current.bytes(), current.from());
    List<Event> events = new ArrayList<>(same.reading.events().size());
    for (Event event : same.reading.events()) {
      Origin old = event.origin();
      Origin is = new Origin(moved(old.span(), same.span, span), at, old.level(), old.logger());
      events.add(Retold.at(event, is));
    }
    Reading was = same.reading;
    return new Reading(events, was.units(), was.understood(), was.kinds());
  }

  private static SourceSpan moved(SourceSpan part, SourceSpan whole, SourceSpan to) {
    long bytes = to.firstByte() - whole.firstByte();
    long lines = to.firstLine() - whole.firstLine();
    return new SourceSpan(
        to.source(),
        part.firstByte() + bytes,
        part.endByte() + bytes,
        part.firstLine() + lines,
        part.lastLine() + lines);
  }

  /** Whether a later line may have a time of its own, or the record has none. */
  private static boolean datedWithin(byte[] bytes, int from, int to) {
    boolean lineStarts = false;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        lineStarts = true;
      } else if (!PhraseIndex.blank(bytes[i])) {
        if (lineStarts && bytes[i] >= '0' && bytes[i] <= '9') {
          return true;
        }
        lineStarts = false;
      }
    }
    return false;
  }

  /** A stretch of bytes as a key. */
  private static final class Text {
    /** For the hash: the virtual machine has a routine for it that is faster than any loop. */
    private final CRC32 sum;

    private byte[] bytes = new byte[0];
    private int from;
    private int length;
    private int hash;

    Text(CRC32 sum) {
      this.sum = sum;
    }

    void set(byte[] in, int start, int size) {
      bytes = in;
      from = start;
      length = size;
      sum.reset();
      sum.update(in, start, size);
      hash = (int) sum.getValue();
    }

    Text copy() {
      Text copy = new Text(sum);
      copy.set(Arrays.copyOfRange(bytes, from, from + length), 0, length);
      return copy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Text text
          && hash == text.hash
          && Arrays.equals(
              bytes, from, from + length, text.bytes, text.from, text.from + text.length);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
