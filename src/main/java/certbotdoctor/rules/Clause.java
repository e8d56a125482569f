package certbotdoctor.rules;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fact that must be there, or must not.
 *
 * @param fact kind of the fact
 * @param where conditions on its slots; all must hold
 * @param absent whether no such fact may be there
 */
public record Clause(String fact, SortedMap<String, Condition> where, boolean absent) {
  /** Copies the conditions. */
  public Clause {
    where = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(where));
  }

  /** A clause. */
  public static Clause of(String fact, Map<String, Condition> where, boolean absent) {
    return new Clause(fact, new TreeMap<>(where), absent);
  }
}
