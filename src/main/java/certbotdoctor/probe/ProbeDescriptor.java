package certbotdoctor.probe;

import java.util.Set;

/**
 * What a probe takes and what it can find, so that rules can be checked against it.
 *
 * @param id name of the probe, for example {@code dns.txt}
 * @param outcomes its finite set of outcomes, besides the three of {@link Outcome} that every probe
 *     has
 * @param needs slots without which it cannot run
 * @param takes slots that it uses where they are bound
 * @param facts names of the facts it may give; a fact that does not apply is absent
 */
public record ProbeDescriptor(
    String id, Set<String> outcomes, Set<String> needs, Set<String> takes, Set<String> facts) {
  /** Copies the sets. */
  public ProbeDescriptor {
    outcomes = Set.copyOf(outcomes);
    needs = Set.copyOf(needs);
    takes = Set.copyOf(takes);
    facts = Set.copyOf(facts);
  }
}
