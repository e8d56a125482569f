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
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.Run;
import certbotdoctor.run.RunAssembler;
import certbotdoctor.run.RunOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads runs without the traffic with the CA, and keeps their records, so that a run can be read
 * again whole. A run is read whole at once where what was passed over may change what is told of
 * it: it shows a key, a word of failure though the run did not fail, or alone names the
 * certificate.
 */
final class LazyRuns {
  private final EventReader reader;
  private final RepeatedRecords repeated;
  private final AccountKeys keys;
  private final RecordSorter sorter;
  private final Retention retention;
  private final RunAssembler assembler;
  private RunBacklog.Tally tally = new NoTally();
  private RecordStore records = new RecordStore();
  private long number;

  private boolean sourceBegins;
  private int passed = -1;
  private boolean traffic;
  private boolean suspect;
  private boolean keyed;

  /** Whether a record belongs to two runs, so that their records cannot be told apart. */
  private boolean shared;

  LazyRuns(EventReader reader, AccountKeys keys, RecordSorter sorter, Retention retention) {
    this.reader = reader;
    this.repeated = new RepeatedRecords(reader);
    this.keys = keys;
    this.sorter = sorter;
    this.retention = retention;
    this.assembler = new RunAssembler(keys, this::finished);
  }

  private static final class NoTally implements RunBacklog.Tally {
    @Override
    public void read(Reading reading) {}

    @Override
    public void traffic() {}
  }

  void nextSource(RunBacklog.Tally next) {
    notePassed();
    assembler.nextSource();
    tally = next;
    sourceBegins = true;
  }

  void add(RecordView record) {
    Sort sort =
        record.headed() ? sorter.sort(record.bytes(), record.from(), record.to()) : Sort.OTHER;
    if (sort == Sort.NOISE) {
      tally.read(EventReader.NOTHING);
    } else if (sort == Sort.OTHER || sourceBegins || shared) {
      read(record);
    } else {
      passed = records.count();
      records.add(record);
      traffic = true;
      suspect |= sort == Sort.SUSPECT;
      keyed |= sort == Sort.KEYED;
      tally.traffic();
    }
  }

  private void read(RecordView record) {
    sourceBegins = false;
    notePassed();
    Reading reading = repeated.read(record);
    tally.read(reading);
    List<Event> events = reading.events();
    for (int i = 0; i < events.size(); i++) {
      long before = number;
      assembler.accept(events.get(i));
      shared |= i > 0 && number != before;
    }
    records.add(record);
  }

  /** Tells the run how far the traffic went that was passed over. */
  private void notePassed() {
    if (passed >= 0) {
      assembler.pass(origin(passed));
      passed = -1;
    }
  }

  private Event.Origin origin(int index) {
    RecordView record = records.get(index);
    return new Event.Origin(
        record.span(), RepeatedRecords.time(record.bytes(), record.from()), "DEBUG", "acme.client");
  }

  private void finished(Run run) {
    number++;
    boolean whole = !traffic || shared;
    KeptRun kept;
    if (whole) {
      kept = new KeptRun(number, List.of(run), null);
      records.clear();
    } else if (keyed || (suspect && run.outcome() != RunOutcome.FAILURE) || unnamed(run)) {
      kept = new KeptRun(number, whole(records), null);
      records.clear();
    } else {
      records.trim();
      kept = new KeptRun(number, List.of(run), records);
      records = new RecordStore();
    }
    traffic = false;
    suspect = false;
    keyed = false;
    shared = false;
    retention.add(kept);
  }

  private static boolean unnamed(Run run) {
    return run.certificates().stream().map(CertificateRun::name).anyMatch(name -> name == null);
  }

  /** Reads the records of a run with all that was passed over. */
  private List<Run> whole(RecordStore of) {
    RunAssembler again = new RunAssembler(keys);
    for (int i = 0; i < of.count(); i++) {
      for (Event event : reader.read(of.get(i).record()).events()) {
        again.accept(event);
      }
    }
    return again.finish();
  }

  List<Run> finish() {
    notePassed();
    assembler.finish();
    List<Run> runs = new ArrayList<>();
    Set<KeptRun> wanted = retention.wanted();
    for (KeptRun kept : retention.all()) {
      RecordStore unread = kept.records();
      if (unread != null && wanted.contains(kept)) {
        kept.settle(whole(unread));
      } else if (unread != null) {
        kept.settle(kept.runs().stream().map(run -> RunSummary.of(run, unread, keys)).toList());
      }
      kept.runs().forEach(run -> runs.add(retention.current(kept, run)));
    }
    return runs;
  }
}
