package certbotdoctor.diagnose;

import certbotdoctor.core.Slots;
import certbotdoctor.core.Stance;
import certbotdoctor.core.Text;
import certbotdoctor.core.VerdictWord;
import certbotdoctor.diagnose.Evidence.Why;
import certbotdoctor.rules.Clause;
import certbotdoctor.rules.EvidenceSpec;
import certbotdoctor.rules.Rule;
import certbotdoctor.rules.Template;
import certbotdoctor.rules.VerdictRow;
import certbotdoctor.rules.VerdictRow.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Weighs one cause: evidence, then the first row of its verdict table that holds. */
public final class Judge {
  private final Freshness freshness;

  /** Judges live findings by their age. */
  public Judge(Freshness freshness) {
    this.freshness = freshness;
  }

  /**
   * Weighs a cause.
   *
   * @param slots the subject's values
   * @param answers answers of live checks; a request without answer was not made
   */
  Judgement weigh(Rule rule, Subject subject, FactSet facts, Slots slots, Answers answers) {
    Slots bound = slots.with(symptomSlots(rule, facts));
    List<Evidence> evidence = new ArrayList<>();
    Map<String, State> states = new HashMap<>();
    for (EvidenceSpec spec : rule.evidence()) {
      Evidence found =
          spec.probe() == null
              ? told(spec, facts, bound)
              : Observation.of(spec, spec.probe(), subject, facts, bound, answers, freshness);
      states.put(spec.id(), state(found));
      if (found != null) {
        evidence.add(found);
        bound = bound.with(slotsOf(spec, facts));
        if (found instanceof Evidence.Observed seen) {
          Slots shown = seen.result().facts();
          String zone = supports(seen) ? shown.get("zone") : null;
          bound = shown.with(bound).with("zone", zone);
        }
      }
    }
    VerdictRow row = row(rule, states);
    return new Judgement(
        rule,
        variant(rule, facts),
        Caution.verdict(row.verdict(), evidence, subject, freshness),
        row,
        evidence,
        frequency(rule, facts),
        bound);
  }

  private static Slots symptomSlots(Rule rule, FactSet facts) {
    for (List<Clause> alternative : rule.symptoms()) {
      if (facts.all(alternative)) {
        Slots slots = Slots.NONE;
        for (Clause clause : alternative) {
          Optional<Fact> fact = facts.first(clause);
          slots = fact.isPresent() ? fact.get().slots().with(slots) : slots;
        }
        return slots;
      }
    }
    return Slots.NONE;
  }

  private static Slots slotsOf(EvidenceSpec spec, FactSet facts) {
    Clause clause = spec.clause();
    return clause == null ? Slots.NONE : facts.first(clause).map(Fact::slots).orElse(Slots.NONE);
  }

  /** Evidence from log or configuration; null where it is not there and nothing would tell. */
  private static @Nullable Evidence told(EvidenceSpec spec, FactSet facts, Slots slots) {
    Clause clause = spec.clause();
    if (clause == null || !facts.holds(clause)) {
      return spec.wouldSettle() == null
          ? null
          : new Evidence.Unavailable(
              spec.id(),
              Template.text(spec.says(), slots),
              Why.NOT_LOGGED_AT_THIS_LEVEL,
              Template.text(spec.wouldSettle(), slots));
    }
    Fact fact = clause.absent() ? null : facts.first(clause).orElse(null);
    Text says = Template.text(spec.says(), fact == null ? slots : slots.with(fact.slots()));
    if (fact != null && fact.file() != null) {
      return new Evidence.Configured(spec.id(), spec.stance(), says, fact.file());
    }
    return new Evidence.Logged(
        spec.id(),
        spec.stance(),
        says,
        fact == null ? null : fact.span(),
        fact == null ? null : fact.quote());
  }

  private static State state(@Nullable Evidence evidence) {
    if (evidence == null) {
      return State.SILENT;
    }
    if (evidence instanceof Evidence.Unavailable) {
      return State.UNAVAILABLE;
    }
    return switch (evidence.stance()) {
      case SUPPORTS -> State.SUPPORTS;
      case AGAINST -> State.AGAINST;
      case SILENT -> State.SILENT;
    };
  }

  private static VerdictRow row(Rule rule, Map<String, State> states) {
    for (VerdictRow row : rule.verdict()) {
      if (row.terms().stream().allMatch(term -> holds(term, states))) {
        return row;
      }
    }
    return new VerdictRow(VerdictWord.POSSIBLE, List.of());
  }

  private static boolean holds(VerdictRow.Term term, Map<String, State> states) {
    State is = states.getOrDefault(term.evidence(), State.SILENT);
    return (is == term.state()) != term.not();
  }

  private static Rule.@Nullable Variant variant(Rule rule, FactSet facts) {
    return rule.variants().stream()
        .filter(variant -> facts.all(variant.when()))
        .findFirst()
        .orElse(null);
  }

  private static int frequency(Rule rule, FactSet facts) {
    return rule.frequencies().stream()
        .filter(frequency -> facts.all(frequency.when()))
        .map(Rule.Frequency::frequency)
        .findFirst()
        .orElse(rule.frequency());
  }

  /** Whether a piece of evidence speaks for the cause. */
  static boolean supports(Evidence evidence) {
    return evidence.stance() == Stance.SUPPORTS;
  }
}
