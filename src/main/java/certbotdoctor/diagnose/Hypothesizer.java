package certbotdoctor.diagnose;

import certbotdoctor.rules.Rule;
import certbotdoctor.rules.RuleSet;
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
    return rules.rules().stream().filter(rule -> fits(rule, facts)).toList();
  }

  private static boolean fits(Rule rule, FactSet facts) {
    return rule.symptoms().stream().anyMatch(facts::all)
        && rule.unless().stream().noneMatch(facts::holds);
  }
}
