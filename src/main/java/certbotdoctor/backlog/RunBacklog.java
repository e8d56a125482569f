package certbotdoctor.backlog;

import certbotdoctor.event.Event;
import certbotdoctor.event.EventReader;
import certbotdoctor.event.EventReader.Reading;
import certbotdoctor.event.RecordSorter;
import certbotdoctor.event.RecordSorter.Sort;
import certbotdoctor.event.RepeatedRecords;
import certbotdoctor.log.RecordStore;
import certbotdoctor.log.RecordView;
import certbotdoctor.run.AccountKeys;
import certbotdoctor.run.Run;
import certbotdoctor.run.RunAssembler;
import certbotdoctor.run.SymptomCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts records together to runs. Inputs that are small are read whole. Of larger ones, the traffic
 * with the CA, which is most of a log, is read only in runs that the report is about; all else that
 * can tell something is read everywhere. Not for use by several threads at once.
 */
public final class RunBacklog {
  /** Inputs up to this size, without what tells nothing, are read whole. */
  private static final int SMALL = 2 << 20;

  private final EventReader reader;
  private final AccountKeys keys;
  private final RecordSorter sorter = new RecordSorter();
  private final StorePool stores = new StorePool(RecordStore::new);
  private final Retention retention;
  private final int small;
  private final List<Source> sources = new ArrayList<>();
  private RecordStore early = new RecordStore();
  private @org.jspecify.annotations.Nullable LazyRuns lazy;

  /** Takes note of what was read of an input. */
  public interface Tally {
    /** A record was read. */
    void read(Reading reading);

    /** A record of the traffic with a CA was passed over. */
    void traffic();
  }

  /**
   * What was read.
   *
   * @param summarised number of runs that are kept in short or only counted
   * @param unreported number of failed runs that a report would tell of, were there room
   * @param unreportedNames the names that failed in those
   */
  public record Result(
      List<Run> runs, long summarised, long unreported, SymptomCounts unreportedNames) {}

  /** An input: the number of its first record in the early ones. */
  private record Source(int first, Tally tally) {}

  /**
   * A backlog.
   *
   * @param everyFailure whether every failed run is to be reported, not only the newest of each
   *     certificate
   */
  public RunBacklog(EventReader reader, AccountKeys keys, boolean everyFailure) {
    this(reader, keys, everyFailure, SMALL);
  }

  RunBacklog(EventReader reader, AccountKeys keys, boolean everyFailure, int small) {
    this.reader = reader;
    this.keys = keys;
    this.retention = new Retention(keys, stores, everyFailure);
    this.small = small;
  }

  /** Says that the records of another input follow. */
  public void nextSource(Tally tally) {
    if (lazy != null) {
      lazy.nextSource(tally);
    } else {
      sources.add(new Source(early.count(), tally));
    }
  }

  /** Takes a record. */
  public void add(RecordView record) {
    if (lazy != null) {
      lazy.add(record);
      return;
    }
    if (record.headed() && sorter.sort(record) == Sort.NOISE) {
      sources.get(sources.size() - 1).tally.read(EventReader.NOTHING);
      return;
    }
    early.add(record);
    if (early.size() > small) {
      LazyRuns runs = new LazyRuns(reader, keys, sorter, retention, stores);
      replay(runs::nextSource, runs::add);
      early = new RecordStore();
      sources.clear();
      lazy = runs;
    }
  }

  /** Ends the last run and gives those that are kept, oldest first. */
  public Result finish() {
    if (lazy != null) {
      return new Result(
          lazy.finish(),
          retention.summarised(),
          retention.unreported(),
          retention.unreportedNames());
    }
    RunAssembler assembler = new RunAssembler(keys);
    RepeatedRecords repeated = new RepeatedRecords(reader);
    Tally[] tally = new Tally[1];
    replay(
        next -> {
          assembler.nextSource();
          tally[0] = next;
        },
        record -> {
          Reading reading = repeated.read(record);
          tally[0].read(reading);
          for (Event event : reading.events()) {
            assembler.accept(event);
          }
        });
    return new Result(assembler.finish(), 0, 0, SymptomCounts.NONE);
  }

  private void replay(
      java.util.function.Consumer<Tally> next, java.util.function.Consumer<RecordView> take) {
    int source = 0;
    for (int i = 0; i < early.count(); i++) {
      while (source < sources.size() && sources.get(source).first <= i) {
        next.accept(sources.get(source++).tally);
      }
      take.accept(early.get(i));
    }
    while (source < sources.size()) {
      next.accept(sources.get(source++).tally);
    }
  }
}
