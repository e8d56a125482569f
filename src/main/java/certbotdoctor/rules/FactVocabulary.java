package certbotdoctor.rules;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules may speak of: fact kinds with their slots, and probes with their outcomes. Handed to
 * the loader, so that this package depends on neither runs nor probes.
 *
 * @param facts slots by fact kind; {@code *} stands for any kind, or any slot
 * @param outcomes outcomes by probe; {@code *} stands for any probe, or any outcome
 */
public record FactVocabulary(Map<String, Set<String>> facts, Map<String, Set<String>> outcomes) {
  private static final String ANY = "*";

  /** Takes everything: for rules that were checked when the program was built. */
  static final FactVocabulary CHECKED =
      new FactVocabulary(Map.of(ANY, Set.of(ANY)), Map.of(ANY, Set.of(ANY)));

  /** Copies the maps. */
  public FactVocabulary {
    facts = Map.copyOf(facts);
    outcomes = Map.copyOf(outcomes);
  }

  /** The slots of a fact kind, null where there is no such kind. */
  public @Nullable Set<String> slots(String fact) {
    Set<String> slots = facts.get(fact);
    return slots == null ? facts.get(ANY) : slots;
  }

  /** The outcomes of a probe, null where there is no such probe. */
  @Nullable Set<String> outcomesOf(String probe) {
    Set<String> known = outcomes.get(probe);
    return known == null ? outcomes.get(ANY) : known;
  }

  /** Whether a set of names has one, or has all. */
  static boolean has(Set<String> names, String name) {
    return names.contains(name) || names.contains(ANY);
  }
}
