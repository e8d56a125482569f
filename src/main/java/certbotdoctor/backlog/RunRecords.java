package certbotdoctor.backlog;

import certbotdoctor.event.Event;
import certbotdoctor.event.EventReader.Reading;
import certbotdoctor.event.HeaderTime;
import certbotdoctor.event.RepeatedRecords;
import certbotdoctor.event.RepeatedRecords.Known;
import certbotdoctor.log.RecordStore;
import certbotdoctor.log.RecordView;
import certbotdoctor.run.AccountKeys;
import certbotdoctor.run.Run;
import certbotdoctor.run.RunAssembler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads runs anew from the records that were kept of them. */
final class RunRecords {
  private final RepeatedRecords repeated;
  private final AccountKeys keys;

  RunRecords(RepeatedRecords repeated, AccountKeys keys) {
    this.repeated = repeated;
    this.keys = keys;
  }

  /** Where a record of the traffic with a CA stands. */
  static Event.Origin origin(RecordView record) {
    return new Event.Origin(
        record.span(), HeaderTime.of(record.bytes(), record.from()), "DEBUG", "acme.client");
  }

  /** Reads the records of a run with all that was passed over. */
  List<Run> whole(RecordStore of) {
    RunAssembler again = new RunAssembler(keys);
    for (int i = 0; i < of.count(); i++) {
      for (Event event : read(of, i).events()) {
        again.accept(event);
      }
    }
    return again.finish();
  }

  /** Reads a record; one that is noted to be a known text gives what that gave. */
  Reading read(RecordStore of, int index) {
    RecordView record = of.get(index);
    return of.note(index) instanceof Known text
        ? RepeatedRecords.again(text, record)
        : repeated.read(record);
  }

  /** Reads the records of a run without the traffic, which is marked. */
  private List<Run> withoutTraffic(RecordStore of) {
    RunAssembler again = new RunAssembler(keys);
    for (int i = 0; i < of.count(); i++) {
      if (of.marks(i) != 0) {
        again.pass(origin(of.get(i)));
      } else {
        for (Event event : read(of, i).events()) {
          again.accept(event);
        }
      }
    }
    return again.finish();
  }

  /** The runs that are kept, each read as far as a report needs it. */
  List<Run> settle(Retention retention) {
    List<Run> runs = new ArrayList<>();
    Set<KeptRun> wanted = retention.wanted();
    for (KeptRun kept : retention.all()) {
      RecordStore unread = kept.records();
      if (unread != null && wanted.contains(kept)) {
        kept.settle(whole(unread));
      } else if (unread != null) {
        kept.settle(
            known(kept, unread).stream().map(run -> RunSummary.of(run, unread, keys)).toList());
      }
      known(kept, null).forEach(run -> runs.add(retention.current(kept, run)));
    }
    return runs;
  }

  private List<Run> known(KeptRun kept, @Nullable RecordStore unread) {
    List<Run> known = kept.runs();
    if (known != null) {
      return known;
    }
    return unread == null ? List.of() : withoutTraffic(unread);
  }
}
