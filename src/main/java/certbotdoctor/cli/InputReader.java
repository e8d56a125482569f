package certbotdoctor.cli;

import certbotdoctor.backlog.RunBacklog;
import certbotdoctor.event.Event;
import certbotdoctor.event.EventReader;
import certbotdoctor.log.InputException;
import certbotdoctor.log.LogInput;
import certbotdoctor.log.RecordReader;
import certbotdoctor.report.InputSummary;
import certbotdoctor.run.AccountKeys;
import certbotdoctor.run.RunOutcome;
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

  /** Kinds of messages that any program may hear; a failure of a client is another message. */
  private static final Set<String> HEARD_ANYWHERE =
      Set.of("auth-words", "permission-words", "throttle-words", "zone-words", "tool-complaint");

  private final EventReader events;
  private final AccountKeys keys;
  private final boolean everyFailure;
  private final ReadingProgress progress;

  InputReader(
      EventReader events, AccountKeys keys, boolean everyFailure, ReadingProgress progress) {
    this.progress = progress;
    this.events = events;
    this.keys = keys;
    this.everyFailure = everyFailure;
  }

  /**
   * Reads all inputs; one that cannot be read is a complaint. One that breaks off counts for the
   * failures in it, but does not show that nothing failed.
   */
  Reading read(List<LogInput> inputs) {
    RunBacklog backlog = new RunBacklog(events, keys, everyFailure);
    List<Tally> tallies = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    long before = 0;
    for (LogInput input : inputs) {
      Tally tally = new Tally(input.name());
      try (InputStream in = input.open();
          RecordReader records = new RecordReader(input.name(), in)) {
        long size = input.size();
        tallies.add(tally);
        backlog.nextSource(tally);
        while (records.advance()) {
          tally.count(records);
          backlog.add(records);
          progress.at(before, records.endByte(), size);
        }
        before += tally.bytes;
      } catch (InputException e) {
        complaints.add(e.getMessage());
      } catch (IOException | UncheckedIOException e) {
        complaints.add(input.name() + " cannot be read to its end: it is damaged or was cut off.");
        tally.broken = true;
      }
    }
    RunBacklog.Result result = backlog.finish();
    List<InputSummary> summaries = tallies.stream().map(Tally::summary).toList();
    boolean failed = result.runs().stream().anyMatch(run -> run.outcome() == RunOutcome.FAILURE);
    boolean known = failed || tallies.stream().anyMatch(tally -> tally.known() && !tally.broken);
    long cutRecords = tallies.stream().mapToLong(tally -> tally.cutRecords).sum();
    long cutBytes = tallies.stream().mapToLong(tally -> tally.cutBytes).sum();
    return new Reading(
        summaries,
        result.runs(),
        complaints,
        known,
        result.summarised(),
        result.unreported(),
        new Reading.Left(result.unreportedNames(), cutRecords, cutBytes));
  }

  /** Counts while an input is read. */
  private static final class Tally implements RunBacklog.Tally {
    private final String source;
    private long bytes;
    private long cutRecords;
    private long cutBytes;
    private long units;
    private long understood;
    private boolean headed;
    private boolean traffic;
    private boolean telling;
    private boolean broken;
    private boolean journal;
    private final Set<Event.Kind> kinds = EnumSet.noneOf(Event.Kind.class);

    Tally(String source) {
      this.source = source;
    }

    /** Takes what a record is from outside. */
    void count(RecordReader record) {
      bytes += record.endByte() - record.firstByte();
      headed |= record.headed();
      if (record.cut()) {
        cutRecords++;
        cutBytes += record.endByte() - record.firstByte() - (record.to() - record.from());
      }
      if (!record.headed() && !journal) {
        journal = InputKinds.journal(record.record().text());
      }
    }

    @Override
    public void read(EventReader.Reading reading) {
      units += reading.units();
      understood += reading.understood();
      kinds.addAll(reading.kinds());
      telling = telling || tells(reading);
    }

    /** Whether there is more than what any text, or any program, may hold by chance. */
    private static boolean tells(EventReader.Reading reading) {
      for (Event.Kind kind : reading.kinds()) {
        if (kind != Event.Kind.CLIENT_MESSAGE && !WEAK.contains(kind)) {
          return true;
        }
      }
      return reading.kinds().contains(Event.Kind.CLIENT_MESSAGE)
          && !reading.events().stream().allMatch(Tally::saysNothing);
    }

    @Override
    public void traffic() {
      units++;
      understood++;
      traffic = true;
    }

    boolean known() {
      return traffic || telling || (headed && certbot());
    }

    private boolean certbot() {
      return traffic || kinds.stream().anyMatch(InputKinds::ofCertbot);
    }

    private boolean other() {
      return kinds.contains(Event.Kind.CA_PROBLEM) || kinds.contains(Event.Kind.CLIENT_MESSAGE);
    }

    private static boolean saysNothing(Event event) {
      return !(event instanceof Event.ClientMessage message)
          || HEARD_ANYWHERE.contains(message.match().kind());
    }

    InputSummary summary() {
      String kind =
          headed
              ? "debug-log"
              : journal
                  ? "journal-export"
                  : certbot() ? "terminal-output" : other() ? "pasted-text" : "unrecognised";
      return new InputSummary(source, kind, bytes, units, understood);
    }
  }
}
