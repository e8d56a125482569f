package certbotdoctor.diagnose;

import certbotdoctor.rules.Rule;
import certbotdoctor.rules.RuleSet;
import certbotdoctor.rules.Suspicion;
import java.util.List;

/** Which causes to think of: those whose symptoms are there, and nothing that excludes them. */
public final class Hypothesizer {
  private final RuleSet rules;

  /** Thinks with a rule base. */
  public Hypothesizer(RuleSet rules) {
    this.rules = rules;
  }

  /** The rules to weigh for some facts, in the order of the rule base. */
  public List<Rule> of(FactSet facts) {
    return rules.suspicions().stream()
        .filter(suspicion -> fits(suspicion, facts))
        .map(Suspicion::rule)
        .toList();
  }

  private static boolean fits(Suspicion suspicion, FactSet facts) {
    return suspicion.symptoms().stream().anyMatch(facts::all)
        && suspicion.unless().stream().noneMatch(facts::holds);
  }
}
