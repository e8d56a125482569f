package certbotdoctor.diagnose;

import certbotdoctor.core.Slots;
import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.rules.EvidenceSpec;
import certbotdoctor.rules.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What to ask the live world for some hypotheses: no more than their evidence names. */
public final class ProbePlanner {
  /**
   * The questions of some rules that can be asked with the values known so far.
   *
   * @param slots the subject's values and what earlier rounds have provided
   */
  public Set<ProbeRequest> plan(List<Rule> rules, Slots slots) {
    Set<ProbeRequest> requests = new LinkedHashSet<>();
    for (Rule rule : rules) {
      for (EvidenceSpec spec : rule.evidence()) {
        if (spec.probe() != null) {
          Observation.request(spec.probe(), slots).ifPresent(requests::add);
        }
      }
    }
    return requests;
  }
}
