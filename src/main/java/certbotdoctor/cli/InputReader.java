package certbotdoctor.cli;

import certbotdoctor.event.Event;
import certbotdoctor.event.EventReader;
import certbotdoctor.log.InputException;
import certbotdoctor.log.LogInput;
import certbotdoctor.log.LogRecord;
import certbotdoctor.log.RecordReader;
import certbotdoctor.report.InputSummary;
import certbotdoctor.run.AccountKeys;
import certbotdoctor.run.RunAssembler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads inputs, oldest first, into runs. */
final class InputReader {
  /** Kinds of events that any text may hold by chance. */
  private static final Set<Event.Kind> WEAK =
      EnumSet.of(
          Event.Kind.UNKNOWN, Event.Kind.MARK, Event.Kind.TRACEBACK, Event.Kind.FAILURE_LINE);

  private final EventReader events;
  private final AccountKeys keys;

  InputReader(EventReader events, AccountKeys keys) {
    this.events = events;
    this.keys = keys;
  }

  /** Reads all inputs; one that cannot be read is a complaint. */
  Reading read(List<LogInput> inputs) {
    RunAssembler assembler = new RunAssembler(keys);
    List<InputSummary> summaries = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    boolean known = false;
    for (LogInput input : inputs) {
      try (InputStream in = input.open();
          RecordReader records = new RecordReader(input.name(), in)) {
        assembler.nextSource();
        Tally tally = new Tally(input.name());
        while (records.hasNext()) {
          tally.add(records.next(), assembler);
        }
        summaries.add(tally.summary());
        known |= tally.known;
      } catch (InputException e) {
        complaints.add(e.getMessage());
      } catch (IOException | UncheckedIOException e) {
        complaints.add(input.name() + " cannot be read to its end: it is damaged or was cut off.");
        known |= !summaries.isEmpty();
      }
    }
    return new Reading(summaries, assembler.finish(), complaints, known);
  }

  /** Counts while an input is read. */
  private final class Tally {
    private final String source;
    private long bytes;
    private long units;
    private long understood;
    private boolean headed;
    private boolean known;
    private boolean certbot;
    private boolean other;
    private boolean journal;

    Tally(String source) {
      this.source = source;
    }

    void add(LogRecord record, RunAssembler assembler) {
      EventReader.Reading reading = events.read(record);
      bytes += record.span().length();
      units += reading.units();
      understood += reading.understood();
      headed |= record.headed();
      if (!record.headed() && !journal) {
        journal = InputKinds.journal(record.text());
      }
      for (Event event : reading.events()) {
        note(event);
        assembler.accept(event);
      }
    }

    private void note(Event event) {
      known |= !WEAK.contains(event.kind());
      certbot |= InputKinds.ofCertbot(event);
      other |= event.kind() == Event.Kind.CA_PROBLEM || event.kind() == Event.Kind.CLIENT_MESSAGE;
    }

    InputSummary summary() {
      known |= headed && certbot;
      String kind =
          headed
              ? "debug-log"
              : journal
                  ? "journal-export"
                  : certbot ? "terminal-output" : other ? "pasted-text" : "unrecognised";
      return new InputSummary(source, kind, bytes, units, understood);
    }
  }
}
