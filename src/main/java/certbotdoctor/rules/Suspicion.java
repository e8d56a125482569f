package certbotdoctor.rules;

import java.util.List;
import java.util.function.Supplier;

/**
 * When to think of a cause. Most runs make one think of few causes, so the rest of a rule may wait
 * until it is asked for.
 */
public final class Suspicion {
  private final String id;
  private final List<List<Clause>> symptoms;
  private final List<Clause> unless;
  private final Supplier<Rule> rule;

  /**
   * A cause to think of.
   *
   * @param id the cause's id
   * @param symptoms alternatives, each a list of clauses that must all hold
   * @param unless clauses of which one suffices to drop the thought
   * @param rule reads the rule; it may be asked more than once and by several threads
   */
  Suspicion(String id, List<List<Clause>> symptoms, List<Clause> unless, Supplier<Rule> rule) {
    this.id = id;
    this.symptoms = symptoms;
    this.unless = unless;
    this.rule = rule;
  }

  /** When to think of a rule that has been read. */
  public static Suspicion of(Rule rule) {
    return new Suspicion(rule.id(), rule.symptoms(), rule.unless(), () -> rule);
  }

  /** The cause's id. */
  public String id() {
    return id;
  }

  /** Alternatives, each a list of clauses that must all hold. */
  public List<List<Clause>> symptoms() {
    return symptoms;
  }

  /** Clauses of which one suffices to drop the thought. */
  public List<Clause> unless() {
    return unless;
  }

  /** The whole rule. */
  public Rule rule() {
    return rule.get();
  }
}
