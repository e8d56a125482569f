package certbotdoctor.diagnose;

import certbotdoctor.rules.Clause;
import certbotdoctor.rules.Condition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All facts of one failure. */
public record FactSet(List<Fact> facts) {
  /** Copies the list. */
  public FactSet {
    facts = List.copyOf(facts);
  }

  /** Whether a clause holds. */
  public boolean holds(Clause clause) {
    return first(clause).isPresent() != clause.absent();
  }

  /** Whether all clauses hold. */
  public boolean all(List<Clause> clauses) {
    return clauses.stream().allMatch(this::holds);
  }

  /** The first fact that meets a clause's kind and conditions, whether or not it wants one. */
  public Optional<Fact> first(Clause clause) {
    return facts.stream().filter(fact -> meets(fact, clause)).findFirst();
  }

  /** The facts that meet a clause's kind and conditions. */
  public List<Fact> matching(Clause clause) {
    return facts.stream().filter(fact -> meets(fact, clause)).toList();
  }

  /** The first fact of a kind. */
  public Optional<Fact> first(String kind) {
    return facts.stream().filter(fact -> fact.kind().equals(kind)).findFirst();
  }

  private static boolean meets(Fact fact, Clause clause) {
    if (!fact.kind().equals(clause.fact())) {
      return false;
    }
    for (Map.Entry<String, Condition> where : clause.where().entrySet()) {
      if (!where.getValue().holds(fact.slots().get(where.getKey()))) {
        return false;
      }
    }
    return true;
  }
}
