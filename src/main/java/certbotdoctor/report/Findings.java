package certbotdoctor.report;

import certbotdoctor.diagnose.Diagnosis;
import certbotdoctor.diagnose.History;
import certbotdoctor.probe.Exchange;
import certbotdoctor.rules.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that a report is made of.
 *
 * @param runIds report ids of runs by their index in the history
 * @param exchanges DNS questions and answers
 * @param notChecked what was not looked at, and why
 * @param now when the report is made
 */
public record Findings(
    List<InputSummary> inputs,
    History history,
    Map<Integer, String> runIds,
    List<Diagnosis> diagnoses,
    RuleSet rules,
    List<Exchange> exchanges,
    List<Report.NotChecked> notChecked,
    Instant now) {
  /** Copies the collections. */
  public Findings {
    inputs = List.copyOf(inputs);
    runIds = Map.copyOf(runIds);
    diagnoses = List.copyOf(diagnoses);
    exchanges = List.copyOf(exchanges);
    notChecked = List.copyOf(notChecked);
  }
}
