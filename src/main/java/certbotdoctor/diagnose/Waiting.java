package certbotdoctor.diagnose;

import certbotdoctor.core.Slots;
import certbotdoctor.event.Event;
import certbotdoctor.rules.Provider;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a client should wait for the record, computed from what is known: the lag between the
 * zone's servers that was seen, what a source says of the provider, and the wait that was not
 * enough.
 */
final class Waiting {
  /** More is never advised: what has not arrived by then does not come by waiting. */
  private static final int LONGEST = 900;

  private static final int LEAST = 60;
  private static final int STEP = 30;

  private Waiting() {}

  /**
   * Advice, all times in seconds: {@code wait} as configured or told, {@code measured-wait} between
   * the record and the CA's look, {@code wait-advice}, and {@code wait-reason} in words.
   *
   * @param known the provider's facts, and {@code lag-seconds} and {@code recommended-seconds}
   *     where a lag was seen
   */
  static Slots of(Subject subject, FactSet facts, Slots known) {
    Integer told = told(facts);
    Integer measured = measured(subject.certificate().events());
    Slots slots =
        Slots.NONE
            .with("wait", told == null ? known.get(Provider.DEFAULT_WAIT) : told.toString())
            .with("measured-wait", measured == null ? null : measured.toString());
    int waited =
        Math.max(number(slots.get("wait")), measured == null || measured > LONGEST ? 0 : measured);
    int lag = number(known.get("lag-seconds"));
    int recommended = number(known.get("provider.propagation.recommended"));
    if (lag > 0) {
      String reason = "the slowest server needed " + lag + " s, and half as much again is a margin";
      int wanted = Math.max(lag + lag / 2, number(known.get("recommended-seconds")));
      return slots.with(Slots.of("wait-advice", advice(wanted), "wait-reason", reason));
    }
    int twice = Math.max(LEAST, 2 * waited);
    if (recommended > waited && recommended >= twice) {
      String name = known.get("provider.name", "the provider");
      String reason = "up to " + recommended + " s are advised for " + name;
      return slots.with(Slots.of("wait-advice", advice(recommended), "wait-reason", reason));
    }
    return slots.with(
        Slots.of(
            "wait-advice", advice(waited > 0 ? twice : 2 * LEAST), "wait-reason", reason(waited)));
  }

  private static String reason(int waited) {
    if (waited == 0) {
      return "most providers need less";
    }
    return 2 * waited < LEAST
        ? waited + " s were not enough, and most providers need up to a minute"
        : waited + " s were not enough, and twice as long is a start";
  }

  private static String advice(int seconds) {
    return Integer.toString(Math.min(LONGEST, (seconds + STEP - 1) / STEP * STEP));
  }

  /** The wait that the client announced, a hint names or the renewal configuration sets. */
  private static @Nullable Integer told(FactSet facts) {
    for (String kind : List.of(FactKinds.WAIT, FactKinds.CONFIG)) {
      for (Fact fact : facts.facts()) {
        if (fact.kind().equals(kind) && fact.slots().has("seconds")) {
          return number(fact.slots().get("seconds"));
        }
      }
    }
    return null;
  }

  /** Seconds between the last record and the client's word that the CA looks; null if unknown. */
  private static @Nullable Integer measured(List<Event> events) {
    LocalDateTime published = null;
    for (Event event : events) {
      LocalDateTime at = event.origin().at();
      if (at == null) {
        continue;
      }
      if (publishes(event)) {
        published = at;
      } else if (published != null
          && event instanceof Event.Mark mark
          && mark.phrase().startsWith("Waiting for")) {
        return Math.toIntExact(Math.max(0, Duration.between(published, at).toSeconds()));
      }
    }
    return null;
  }

  private static boolean publishes(Event event) {
    return (event instanceof Event.HookRan hook && hook.hook().equals("manual-auth-hook"))
        || (event instanceof Event.ClientMessage message
            && List.of("record-added", "expected-txt").contains(message.match().kind()));
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }
}
