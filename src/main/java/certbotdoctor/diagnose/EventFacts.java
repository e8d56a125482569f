package certbotdoctor.diagnose;

import certbotdoctor.catalog.MessageMatch;
import certbotdoctor.core.Slots;
import certbotdoctor.event.Event;
import certbotdoctor.run.IdentifierRun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What else a run told, as facts: hooks, messages, waits, exceptions, last words. */
final class EventFacts {
  private static final int QUOTE = 600;
  private static final String ZONE_LOOKUP = "zone-lookup-failed";

  private final List<Fact> facts = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private EventFacts() {}

  static List<Fact> of(Subject subject) {
    EventFacts events = new EventFacts();
    for (Event event : subject.certificate().events()) {
      events.add(event, subject);
    }
    return events.facts;
  }

  /** Whether an event may tell something else of one name of a certificate than of another. */
  static boolean ofOneName(Event event) {
    return event instanceof Event.HookRan
        || (event instanceof Event.ClientMessage message
            && message.match().kind().equals(ZONE_LOOKUP));
  }

  private void add(Event event, Subject subject) {
    switch (event.kind()) {
      case HOOK_RAN -> hook((Event.HookRan) event, subject.identifier());
      case CLIENT_MESSAGE -> message((Event.ClientMessage) event, subject.identifier());
      case PROPAGATION_WAIT -> {
        int seconds = ((Event.PropagationWait) event).seconds();
        Slots slots = Slots.of("seconds", Integer.toString(seconds), "source", "wait");
        once(FactKinds.WAIT, slots, event, null);
      }
      case HINT -> hint((Event.Hint) event);
      case CLEANUP_STARTED -> once(FactKinds.CLEANUP, Slots.NONE, event, null);
      case TRACEBACK -> traceback((Event.Traceback) event);
      case FAILURE_LINE -> failure(event, ((Event.FailureLine) event).text());
      case LINEAGE_FAILED -> failure(event, ((Event.LineageFailed) event).message());
      case ACME_RESPONSE -> {
        int status = ((Event.AcmeResponse) event).status();
        once(FactKinds.RESPONSE, Slots.of("status", Integer.toString(status)), event, null);
      }
      default -> {}
    }
  }

  private void hook(Event.HookRan hook, @Nullable IdentifierRun identifier) {
    if (hook.identifier() != null
        && identifier != null
        && !hook.identifier().equalsIgnoreCase(identifier.name())) {
      return;
    }
    String text = hook.errors() == null ? hook.output() : hook.errors();
    boolean failed = hook.exitCode() != null && hook.exitCode() != 0;
    Slots slots =
        Slots.of("hook", hook.hook(), "failed", Boolean.toString(failed))
            .with("exit", hook.exitCode() == null ? null : hook.exitCode().toString())
            .with("errors", Boolean.toString(hook.errors() != null))
            .with("output", Boolean.toString(hook.output() != null))
            .with(
                "traceback",
                Boolean.toString(text != null && text.contains("Traceback (most recent")))
            .with("text", text == null ? null : shortened(lastLine(text)));
    once(FactKinds.HOOK, slots, hook, text == null ? null : shortened(text));
  }

  private static String lastLine(String text) {
    String stripped = text.strip();
    return stripped.substring(stripped.lastIndexOf('\n') + 1).strip();
  }

  private void message(Event.ClientMessage message, @Nullable IdentifierRun identifier) {
    MessageMatch match = message.match();
    Slots slots = match.slots().with("id", match.id()).with("kind", match.kind());
    if (match.kind().equals(ZONE_LOOKUP) && identifier != null) {
      slots = slots.with("elsewhere", elsewhere(match.slots().get("name"), identifier.name()));
    }
    once(FactKinds.MESSAGE, slots, message, shortened(message.text()));
  }

  /** {@code true} for a name that lies neither above nor below another: an alias led there. */
  private static @Nullable String elsewhere(@Nullable String name, String identifier) {
    if (name == null) {
      return null;
    }
    String one = "." + name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    String other = "." + identifier.toLowerCase(Locale.ROOT);
    return one.endsWith(other) || other.endsWith(one) ? null : "true";
  }

  private void hint(Event.Hint hint) {
    if (hint.waitSeconds() >= 0) {
      Slots slots =
          Slots.of("seconds", Integer.toString(hint.waitSeconds()), "source", "hint")
              .with("plugin", hint.plugin());
      once(FactKinds.WAIT, slots, hint, null);
    }
  }

  private void traceback(Event.Traceback traceback) {
    if (traceback.exception() != null) {
      String message = traceback.message().isBlank() ? null : traceback.message();
      Slots slots = Slots.of("class", traceback.exception()).with("message", message);
      once(
          FactKinds.EXCEPTION,
          slots,
          traceback,
          shortened(traceback.exception() + (message == null ? "" : ": " + message)));
    }
  }

  private void failure(Event event, String text) {
    once(FactKinds.FAILURE, Slots.of("text", shortened(text)), event, shortened(text));
  }

  private void once(String kind, Slots slots, Event event, @Nullable String quote) {
    if (seen.add((kind + slots.values()).toLowerCase(Locale.ROOT))) {
      facts.add(Fact.logged(kind, slots, event.origin().span(), quote));
    }
  }

  private static String shortened(String text) {
    return text.length() <= QUOTE ? text : text.substring(0, QUOTE) + " …";
  }
}
