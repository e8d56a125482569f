package certbotdoctor.diagnose;

import certbotdoctor.core.Slots;
import certbotdoctor.run.IdentifierRun;
import certbotdoctor.run.RunOutcome;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Failed validations of the last hour against the CA's limit. */
final class Attempts {
  /**
   * Failures that Let's Encrypt allows for one name of one account in an hour
   * (letsencrypt.org/docs/rate-limits).
   */
  private static final int LIMIT = 5;

  private static final String CA = "https://acme-v02.api.letsencrypt.org/";
  private static final Duration PERIOD = Duration.ofHours(1);

  private Attempts() {}

  /** How many failures were counted and how many are left; empty where that is not known. */
  static Optional<Fact> of(Subject subject, History history, History.Entry entry) {
    IdentifierRun identifier = subject.identifier();
    LocalDateTime ended = entry.run().diary().ended();
    if (identifier == null || ended == null || !counts(entry, history, identifier, ended)) {
      return Optional.empty();
    }
    List<History.Entry> all = new ArrayList<>(history.before(entry));
    all.add(0, entry);
    LocalDateTime first = ended;
    int failures = 0;
    for (History.Entry one : all) {
      if (counts(one, history, identifier, ended)) {
        failures++;
        first = Optional.ofNullable(one.run().diary().ended()).orElse(first);
      }
    }
    int left = Math.max(0, LIMIT - failures);
    return Optional.of(
        Fact.inferred(
            FactKinds.ATTEMPTS,
            Slots.of("failures", Integer.toString(failures), "left", Integer.toString(left))
                .with("limit", Integer.toString(LIMIT))
                .with("name", identifier.name())
                .with(
                    "free-at", first.plus(PERIOD).toString().substring(0, 16).replace('T', ' '))));
  }

  /** Whether a run counts: a real failure of the name at Let's Encrypt within the hour before. */
  private static boolean counts(
      History.Entry entry, History history, IdentifierRun identifier, LocalDateTime until) {
    String server = entry.run().diary().server();
    return !entry.certificate().dryRun()
        && server != null
        && server.startsWith(CA)
        && within(entry.run().diary().ended(), until)
        && failed(history.named(entry.certificate(), identifier.name()), identifier);
  }

  private static boolean within(@Nullable LocalDateTime ended, LocalDateTime until) {
    return ended != null && Duration.between(ended, until).compareTo(PERIOD) < 0;
  }

  private static boolean failed(List<IdentifierRun> named, IdentifierRun wanted) {
    return named.stream()
        .anyMatch(
            one -> one.outcome() == RunOutcome.FAILURE && one.wildcard() == wanted.wildcard());
  }
}
