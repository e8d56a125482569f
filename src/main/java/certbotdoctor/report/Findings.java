package certbotdoctor.report;

import certbotdoctor.diagnose.Diagnosis;
import certbotdoctor.diagnose.History;
import certbotdoctor.diagnose.Subject;
import certbotdoctor.probe.Exchange;
import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeResult;
import certbotdoctor.rules.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a report is made of.
 *
 * @param runIds report ids of runs by their index in the history
 * @param probes answers of live checks
 * @param checked what was checked live
 * @param notChecked what was not looked at, and why
 * @param now when the report is made
 */
public record Findings(
    List<InputSummary> inputs,
    History history,
    Map<Integer, String> runIds,
    List<Diagnosis> diagnoses,
    RuleSet rules,
    Map<ProbeRequest, ProbeResult> probes,
    List<Subject> checked,
    List<Report.NotChecked> notChecked,
    Instant now) {
  private static final Set<String> ANSWERS = Set.of("NOERROR", "NXDOMAIN");

  /** Copies the collections. */
  public Findings {
    inputs = List.copyOf(inputs);
    runIds = Map.copyOf(runIds);
    diagnoses = List.copyOf(diagnoses);
    probes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(probes));
    checked = List.copyOf(checked);
    notChecked = List.copyOf(notChecked);
  }

  /** Whether any server said anything about a name, be it that it does not exist. */
  public boolean isAnswered() {
    return probes.values().stream()
        .flatMap(result -> result.trace().stream())
        .anyMatch(exchange -> ANSWERS.contains(exchange.rcode()));
  }

  /** All DNS questions and answers, each once. */
  public List<Exchange> exchanges() {
    return probes.values().stream().flatMap(result -> result.trace().stream()).distinct().toList();
  }
}
