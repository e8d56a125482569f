package certbotdoctor.rules;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules may speak of: fact kinds with their slots, and probes with their outcomes. Handed to
 * the loader, so that this package depends on neither runs nor probes.
 *
 * @param facts slots by fact kind; {@code *} stands for any kind, or any slot
 * @param probes terms by probe; {@code *} stands for any probe
 */
public record FactVocabulary(
    Map<String, Set<String>> facts, Map<String, FactVocabulary.Probe> probes) {
  private static final String ANY = "*";

  /** Takes everything: for rules that were checked when the program was built. */
  static final FactVocabulary CHECKED =
      new FactVocabulary(
          Map.of(ANY, Set.of(ANY)),
          Map.of(ANY, new Probe(Set.of(ANY), Set.of(ANY), Set.of(), Set.of(ANY))));

  /** Whether any kind of fact is taken, as in rules that were checked before. */
  boolean takesEverything() {
    return facts.containsKey(ANY);
  }

  /**
   * What may be said of a probe; {@code *} stands for any word.
   *
   * @param outcomes what it can find
   * @param slots what it takes
   * @param needs those of its slots that must be bound
   * @param facts what it may tell besides
   */
  public record Probe(
      Set<String> outcomes, Set<String> slots, Set<String> needs, Set<String> facts) {
    /** Copies the sets. */
    public Probe {
      outcomes = Set.copyOf(outcomes);
      slots = Set.copyOf(slots);
      needs = Set.copyOf(needs);
      facts = Set.copyOf(facts);
    }
  }

  /** Copies the maps. */
  public FactVocabulary {
    facts = Map.copyOf(facts);
    probes = Map.copyOf(probes);
  }

  /** The slots of a fact kind, null where there is no such kind. */
  public @Nullable Set<String> slots(String fact) {
    Set<String> slots = facts.get(fact);
    return slots == null ? facts.get(ANY) : slots;
  }

  /** The terms of a probe, null where there is no such probe. */
  @Nullable Probe probe(String name) {
    Probe known = probes.get(name);
    return known == null ? probes.get(ANY) : known;
  }

  /** Whether a set of names has one, or has all. */
  static boolean has(Set<String> names, String name) {
    return names.contains(name) || names.contains(ANY);
  }
}
