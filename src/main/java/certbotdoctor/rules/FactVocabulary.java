package certbotdoctor.rules;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules may speak of: fact kinds with their slots, and probes with their outcomes. Handed to
 * the loader, so that this package depends on neither runs nor probes.
 *
 * @param facts slots by fact kind; {@code *} stands for any slot
 * @param outcomes outcomes by probe
 */
public record FactVocabulary(Map<String, Set<String>> facts, Map<String, Set<String>> outcomes) {
  /** Copies the maps. */
  public FactVocabulary {
    facts = Map.copyOf(facts);
    outcomes = Map.copyOf(outcomes);
  }

  /** The slots of a fact kind, null where there is no such kind. */
  public @Nullable Set<String> slots(String fact) {
    return facts.get(fact);
  }
}
