package certbotdoctor.backlog;

import certbotdoctor.event.Event;
import certbotdoctor.event.MinorRecords;
import certbotdoctor.event.RepeatedRecords.Known;
import certbotdoctor.log.RecordView;
import certbotdoctor.run.FailureKinds;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The records of a run that begins with certbot's version and of which all that decides how it
 * ended stood in earlier records word for word. Two such runs with the same texts in the same order
 * ended alike, so that the second need not be put together to know that.
 */
final class FamiliarRun {
  /** Kinds of events that change more than the run, or where a later name may decide. */
  private static final Set<Event.Kind> STRANGE =
      EnumSet.of(
          Event.Kind.RUN_STARTED,
          Event.Kind.ACME_REQUEST,
          Event.Kind.ACME_RESPONSE,
          Event.Kind.ACME_OBJECT);

  private final MinorRecords minor;
  private final List<Known> texts = new ArrayList<>();

  private boolean active;

  private boolean named;

  FamiliarRun(MinorRecords minor) {
    this.minor = minor;
  }

  boolean active() {
    return active;
  }

  /** Whether a text is the first of a run and nothing else. */
  static boolean starts(Known text) {
    return text.reading().kinds().contains(Event.Kind.RUN_STARTED)
        && text.reading().events().size() == 1;
  }

  /** Begins with a text that starts a run. */
  void begin(Known first) {
    clear();
    active = true;
    texts.add(first);
  }

  void clear() {
    active = false;
    named = false;
    texts.clear();
  }

  /** Takes a text, unless the run is no longer a familiar one with it. */
  boolean take(Known text) {
    boolean names = named;
    for (Event event : text.reading().events()) {
      Event.Kind kind = event.kind();
      if (STRANGE.contains(kind) || succeeds(event)) {
        return false;
      }
      if (event instanceof Event.IssuanceStarted issuance) {
        names = !issuance.names().isEmpty();
      }
      names |= kind == Event.Kind.CHALLENGE_STARTED;
    }
    named = names;
    texts.add(text);
    return true;
  }

  /** Another client may begin a further certificate after its success. */
  private static boolean succeeds(Event event) {
    return event instanceof Event.ClientMessage message && FailureKinds.succeeds(message);
  }

  /**
   * Whether a record may be left unread for now: what it may say changes nothing of how the run
   * ends, and the certificate has a name already, so that it gets none from here.
   */
  boolean spares(RecordView record) {
    return named && minor.has(record);
  }

  /** By what a run with the same texts is known again. */
  List<Long> signature() {
    List<Long> numbers = new ArrayList<>(texts.size());
    for (Known text : texts) {
      numbers.add(text.number());
    }
    return numbers;
  }
}
