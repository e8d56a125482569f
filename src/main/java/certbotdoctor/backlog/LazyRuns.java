package certbotdoctor.backlog;

import certbotdoctor.event.Event;
import certbotdoctor.event.EventReader;
import certbotdoctor.event.EventReader.Reading;
import certbotdoctor.event.HeaderTime;
import certbotdoctor.event.RecordSorter;
import certbotdoctor.event.RecordSorter.Sort;
import certbotdoctor.event.RepeatedRecords;
import certbotdoctor.event.RepeatedRecords.Known;
import certbotdoctor.event.TrafficGlance;
import certbotdoctor.log.RecordStore;
import certbotdoctor.log.RecordView;
import certbotdoctor.run.AccountKeys;
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.FailureKinds;
import certbotdoctor.run.Run;
import certbotdoctor.run.RunAssembler;
import certbotdoctor.run.RunOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads runs without the traffic with the CA, and keeps their records, so that a run can be read
 * again whole. A run is read whole at once where what was passed over may change what is told of
 * it: it shows a key, a word of failure though the run did not fail, or alone names the
 * certificate. A run like an earlier one, text for text, is not even put together.
 */
final class LazyRuns {
  private final RepeatedRecords repeated;
  private final RecordSorter sorter;
  private final Retention retention;
  private final RunAssembler assembler;
  private final RunRecords reading;
  private final FamiliarRun familiar;
  private final StorePool stores;
  private final KnownEnds knownEnds = new KnownEnds();
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

  /** By what the run that is about to end would be known again. */
  private @Nullable List<Long> signature;

  LazyRuns(
      EventReader reader,
      AccountKeys keys,
      RecordSorter sorter,
      Retention retention,
      StorePool stores) {
    this.stores = stores;
    this.repeated = new RepeatedRecords(reader);
    this.sorter = sorter;
    this.retention = retention;
    this.assembler = new RunAssembler(keys, this::finished);
    this.reading = new RunRecords(repeated, keys);
    this.familiar = new FamiliarRun(reader.minor(FailureKinds.ofNoConsequence()));
  }

  private static final class NoTally implements RunBacklog.Tally {
    @Override
    public void read(Reading reading) {}

    @Override
    public void traffic() {}
  }

  void nextSource(RunBacklog.Tally next) {
    putTogether();
    assembler.nextSource();
    tally = next;
    sourceBegins = true;
  }

  void add(RecordView record) {
    Sort sort = record.headed() ? sorter.sort(record) : Sort.OTHER;
    if (sort == Sort.NOISE) {
      tally.read(EventReader.NOTHING);
    } else if (sort != Sort.OTHER && !sourceBegins && !shared) {
      passed = records.count();
      records.add(record, TrafficGlance.TRAFFIC + (sorter.telling() ? TrafficGlance.TELLING : 0));
      traffic = true;
      suspect |= sort == Sort.SUSPECT;
      keyed |= sort == Sort.KEYED;
      tally.traffic();
    } else if (!takeAsFamiliar(record)) {
      read(record);
    }
  }

  /** Takes a record without reading it where that is enough for now. */
  private boolean takeAsFamiliar(RecordView record) {
    Known text = sourceBegins || !HeaderTime.in(record) ? null : repeated.known(record);
    if (text != null && FamiliarRun.starts(text) && (familiar.active() || assembler.begun())) {
      endRun();
      familiar.begin(text);
    } else if (!familiar.active()) {
      return false;
    } else if (text == null && familiar.spares(record)) {
      tally.traffic();
      records.add(record);
      return true;
    } else if (text == null || !familiar.take(text)) {
      putTogether();
      return false;
    }
    tally.read(text.reading());
    records.add(record, record.to() - record.from(), 0, text);
    return true;
  }

  private void endRun() {
    KeptRun.Ends ends = null;
    if (familiar.active() && !suspect && !keyed) {
      signature = familiar.signature();
      ends = knownEnds.get(signature);
    }
    if (ends == null) {
      putTogether();
      assembler.endRun();
    } else {
      keep(new KeptRun(++number, ends, records));
      records = stores.take();
    }
    signature = null;
    familiar.clear();
  }

  /** Hands all records so far to the assembler, and tells it how far the traffic went. */
  private void putTogether() {
    if (familiar.active()) {
      passed = -1;
      for (int i = 0; i < records.count(); i++) {
        if (records.marks(i) != 0) {
          passed = i;
        } else {
          notePassed();
          accept(reading.read(records, i));
        }
      }
      familiar.clear();
    }
    notePassed();
  }

  private void read(RecordView record) {
    sourceBegins = false;
    notePassed();
    Reading events = repeated.read(record);
    tally.read(events);
    accept(events);
    records.add(record);
  }

  private void accept(Reading read) {
    List<Event> events = read.events();
    for (int i = 0; i < events.size(); i++) {
      long before = number;
      assembler.accept(events.get(i));
      shared |= i > 0 && number != before;
    }
  }

  /** Tells the run how far the traffic went that was passed over. */
  private void notePassed() {
    if (passed >= 0) {
      assembler.pass(RunRecords.origin(records.get(passed)));
      passed = -1;
    }
  }

  private void finished(Run run) {
    number++;
    boolean whole = !traffic || shared;
    if (whole) {
      keep(new KeptRun(number, List.of(run), null));
      records.clear();
    } else if (keyed || (suspect && run.outcome() != RunOutcome.FAILURE) || unnamed(run)) {
      keep(new KeptRun(number, reading.whole(records), null));
      records.clear();
    } else {
      KeptRun kept = new KeptRun(number, List.of(run), records);
      if (signature != null) {
        knownEnds.put(signature, kept.ends());
      }
      keep(kept);
      records = stores.take();
    }
  }

  private void keep(KeptRun kept) {
    passed = -1;
    traffic = false;
    suspect = false;
    keyed = false;
    shared = false;
    retention.add(kept);
  }

  private static boolean unnamed(Run run) {
    return run.certificates().stream().map(CertificateRun::name).anyMatch(name -> name == null);
  }

  List<Run> finish() {
    endRun();
    assembler.finish();
    return reading.settle(retention);
  }
}
