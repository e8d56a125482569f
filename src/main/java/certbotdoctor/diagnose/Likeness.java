package certbotdoctor.diagnose;

import certbotdoctor.rules.Clause;
import certbotdoctor.rules.Condition;
import certbotdoctor.rules.Condition.Test;
import certbotdoctor.rules.EvidenceSpec;
import certbotdoctor.rules.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which failures all rules judge alike, as long as no live check tells them apart: those whose
 * facts differ in nothing that a clause of a rule looks at. Names mostly are such, so that of
 * thousands of names that fail in the same way one is weighed for all.
 */
final class Likeness {
  private static final char END = '\u0001';

  /**
   * The slots that clauses look at, by kind of fact; true where the value counts, false where only
   * counts whether there is one.
   */
  private final Map<String, TreeMap<String, Boolean>> watched = new HashMap<>();

  Likeness(List<Rule> rules) {
    for (Rule rule : rules) {
      rule.symptoms().forEach(this::watch);
      watch(rule.unless());
      rule.variants().forEach(variant -> watch(variant.when()));
      rule.frequencies().forEach(frequency -> watch(frequency.when()));
      for (EvidenceSpec spec : rule.evidence()) {
        watch(spec.clause());
      }
    }
  }

  private void watch(List<Clause> clauses) {
    clauses.forEach(this::watch);
  }

  private void watch(@Nullable Clause clause) {
    if (clause == null) {
      return;
    }
    TreeMap<String, Boolean> slots =
        watched.computeIfAbsent(clause.fact(), kind -> new TreeMap<>());
    for (Map.Entry<String, Condition> where : clause.where().entrySet()) {
      Test test = where.getValue().test();
      slots.merge(where.getKey(), test != Test.PRESENT && test != Test.MISSING, Boolean::logicalOr);
    }
  }

  /** Facts in what rules can see of them; equal where rules judge alike. */
  String of(FactSet facts) {
    StringBuilder seen = new StringBuilder();
    for (Fact fact : facts.facts()) {
      TreeMap<String, Boolean> slots = watched.get(fact.kind());
      if (slots != null) {
        seen.append(fact.kind()).append(END);
        for (Map.Entry<String, Boolean> slot : slots.entrySet()) {
          String value = fact.slots().get(slot.getKey());
          if (value != null) {
            seen.append('=').append(slot.getValue() ? value : "");
          }
          seen.append(END);
        }
      }
    }
    return seen.toString();
  }
}
