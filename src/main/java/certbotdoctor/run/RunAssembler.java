package certbotdoctor.run;

import certbotdoctor.event.Event;
import certbotdoctor.event.Event.Outcome.Word;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts events together to runs. Inputs come oldest first; a run that begins in one file and ends in
 * the next (certbot rotates at 1 MiB) stays one. Not for use by several threads at once.
 */
public final class RunAssembler {
  private static final Duration SAME_RUN = Duration.ofMinutes(40);
  private static final Duration PROLOGUE = Duration.ofSeconds(2);

  private final AccountKeys keys;
  private final List<Run> runs = new ArrayList<>();
  private final Consumer<Run> finished;
  private RunBuilder run;
  private boolean sourceChanged;

  /** Assembles with the account keys known so far; keys in the log are added to them. */
  public RunAssembler(AccountKeys keys) {
    this.keys = keys;
    this.run = new RunBuilder(keys);
    this.finished = runs::add;
  }

  /**
   * Assembles and hands each run over as soon as it is known to be over.
   *
   * @param finished takes the runs, oldest first; {@link #finish} then gives none
   */
  public RunAssembler(AccountKeys keys, Consumer<Run> finished) {
    this.keys = keys;
    this.run = new RunBuilder(keys);
    this.finished = finished;
  }

  /** Says that the events of another input follow. */
  public void nextSource() {
    sourceChanged = true;
  }

  /** Takes an event. */
  public void accept(Event event) {
    if (startsRun(event)) {
      finishRun();
    }
    sourceChanged = false;
    run.note(event.origin());
    new RunEvents(run).accept(event);
  }

  /** Notes that the run goes on at a place, with something that is not read. */
  public void pass(Event.Origin origin) {
    sourceChanged = false;
    run.note(origin);
  }

  /** Whether the version of certbot was told in the run, so that the next one ends it. */
  public boolean begun() {
    return run.begun;
  }

  /** Ends the run, if there is one. */
  public void endRun() {
    finishRun();
  }

  /** Ends the last run and gives all, oldest first. */
  public List<Run> finish() {
    finishRun();
    return List.copyOf(runs);
  }

  private void finishRun() {
    if (!run.empty()) {
      finished.accept(run.build(keys));
    }
    run = new RunBuilder(keys);
  }

  private boolean startsRun(Event event) {
    if (run.empty()) {
      return false;
    }
    if (event.kind() == Event.Kind.RUN_STARTED) {
      return run.begun || !prologue(event.origin().at());
    }
    if (sourceChanged) {
      return !continues(event.origin().at());
    }
    // on a terminal, this line is the first of a run
    return event instanceof Event.Mark mark
        && event.origin().at() == null
        && mark.phrase().startsWith("Saving debug log")
        && (run.certbot || run.current.touched());
  }

  /** Whether what came so far are the warnings that certbot writes before its version. */
  private boolean prologue(@Nullable LocalDateTime at) {
    LocalDateTime ended = run.ended();
    return ended != null
        && at != null
        && Duration.between(ended, at).abs().compareTo(PROLOGUE) <= 0
        && run.current.identifierCount() == 0;
  }

  private boolean continues(@Nullable LocalDateTime at) {
    LocalDateTime ended = run.ended();
    return ended != null
        && at != null
        && !at.isBefore(ended)
        && Duration.between(ended, at).compareTo(SAME_RUN) < 0
        && !run.abnormal
        && !run.current.succeeded;
  }

  /** Whether a word says that a certificate was issued or would have been. */
  static boolean success(Word word) {
    return word == Word.CERTIFICATE_RECEIVED
        || word == Word.CERTIFICATE_PATH
        || word == Word.DRY_RUN_SUCCESS;
  }
}
