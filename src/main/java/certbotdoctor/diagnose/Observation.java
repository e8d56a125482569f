package certbotdoctor.diagnose;

import certbotdoctor.core.Slots;
import certbotdoctor.core.Stance;
import certbotdoctor.core.Text;
import certbotdoctor.diagnose.Evidence.Why;
import certbotdoctor.probe.Outcome;
import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeResult;
import certbotdoctor.rules.EvidenceSpec;
import certbotdoctor.rules.Template;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Evidence from a live check, or the reason why there is none. */
final class Observation {
  /**
   * What probes call a record that is not there, be it at the end of an alias; a wildcard answers
   * only where there is none.
   */
  private static final Set<String> ABSENT =
      Set.of("ABSENT", "ABSENT_IN_CHILD", "DANGLING", "TARGET_WITHOUT_TXT", "WILDCARD_CAPTURE");

  private Observation() {}

  /** The request of a piece of evidence; empty where a value that it needs is unknown. */
  static Optional<ProbeRequest> request(EvidenceSpec.ProbeSpec probe, Slots slots) {
    TreeMap<String, String> with = new TreeMap<>();
    for (Map.Entry<String, String> slot : probe.with().entrySet()) {
      boolean optional = slot.getKey().endsWith("?");
      String key =
          optional ? slot.getKey().substring(0, slot.getKey().length() - 1) : slot.getKey();
      boolean bound = Template.needed(slot.getValue()).stream().allMatch(slots::has);
      if (!bound && !optional) {
        return Optional.empty();
      }
      if (bound) {
        with.put(key, Template.text(slot.getValue(), slots).plain());
      }
    }
    return Optional.of(new ProbeRequest(probe.probe(), new Slots(with)));
  }

  static @Nullable Evidence of(
      EvidenceSpec spec,
      EvidenceSpec.ProbeSpec probe,
      Subject subject,
      FactSet facts,
      Slots slots,
      Answers answers,
      Freshness freshness) {
    if (!answers.any()) {
      return spec.wouldSettle() == null
          ? null
          : new Evidence.Unavailable(
              spec.id(),
              Template.text(spec.says(), slots),
              Why.OFFLINE,
              Template.text(spec.wouldSettle(), slots));
    }
    Optional<ProbeRequest> request = request(probe, slots);
    ProbeResult result = request.map(answers::get).orElse(null);
    Slots known = result == null ? slots : slots.with(result.facts());
    Text says = Template.text(spec.says(), known);
    Text settle = spec.wouldSettle() == null ? null : Template.text(spec.wouldSettle(), slots);
    if (result == null || result.outcome().is(Outcome.NOT_RUN_OFFLINE)) {
      return settle == null ? null : new Evidence.Unavailable(spec.id(), says, Why.OFFLINE, settle);
    }
    if (result.outcome().is(Outcome.BUDGET_SPENT)) {
      return new Evidence.Unavailable(spec.id(), says, Why.BUDGET_SPENT, settle);
    }
    if (result.outcome().is(Outcome.FAILED)) {
      return new Evidence.Unavailable(spec.id(), says, Why.PROBE_FAILED, settle);
    }
    Stance stance = probe.outcomes().get(result.outcome().id());
    if (stance == null || stance == Stance.SILENT || !holds(probe, result.facts())) {
      return null;
    }
    if (probe.afterFailure() && facts.facts().isEmpty()) {
      return null;
    }
    boolean absent = ABSENT.contains(result.outcome().id());
    boolean unasked = facts.facts().isEmpty() && !slots.has("expected");
    if (probe.mutable() && absent && unasked) {
      return null; // nobody says that there should be a record
    }
    if (probe.mutable() && absent && isCleanedUp(facts)) {
      return new Evidence.Unavailable(spec.id(), says, Why.CLEANED_UP, settle);
    }
    boolean tooSoon = !probe.age().holds(freshness.age(subject, result.at()));
    if (stance == Stance.SUPPORTS && !facts.facts().isEmpty() && tooSoon) {
      return settle == null
          ? null
          : new Evidence.Unavailable(spec.id(), says, Why.NOT_SETTLED, settle);
    }
    boolean stale = !freshness.fresh(subject, result.at(), probe.freshMinutes());
    boolean during = result.facts().get("during", "false").equals("true");
    boolean ofThen = during || facts.facts().isEmpty();
    if (stale && !ofThen && ((probe.mutable() && absent) || stance == Stance.AGAINST)) {
      return new Evidence.Unavailable(spec.id(), says, Why.STATE_CHANGED_SINCE, settle);
    }
    ProbeResult marked =
        new ProbeResult(
            result.request(),
            result.outcome(),
            result.facts().with("mutable", Boolean.toString(probe.mutable())),
            result.trace(),
            result.at());
    return new Evidence.Observed(
        spec.id(), stance, Template.text(spec.says(stance), known), marked, during);
  }

  private static boolean holds(EvidenceSpec.ProbeSpec probe, Slots told) {
    return probe.where().entrySet().stream()
        .allMatch(one -> one.getValue().holds(told.get(one.getKey())));
  }

  /**
   * Whether the record has been taken away, as far as is known: a failed client removes what it
   * made, whether or not it says so. Only a person's record stays.
   */
  private static boolean isCleanedUp(FactSet facts) {
    boolean byHand =
        facts
            .first(FactKinds.AUTHENTICATOR)
            .map(fact -> fact.slots().get("kind", "").equals("manual-prompt"))
            .orElse(false);
    return facts.first(FactKinds.CLEANUP).isPresent() || (!facts.facts().isEmpty() && !byHand);
  }
}
