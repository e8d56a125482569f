package certbotdoctor.cli;

import certbotdoctor.capture.CapturedProbes;
import certbotdoctor.core.Slots;
import certbotdoctor.diagnose.Diagnosis;
import certbotdoctor.diagnose.Diagnostician;
import certbotdoctor.diagnose.Freshness;
import certbotdoctor.diagnose.History;
import certbotdoctor.diagnose.Subject;
import certbotdoctor.report.Findings;
import certbotdoctor.report.Report;
import certbotdoctor.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Live checks alone, without a log. */
final class Survey {
  private final RuleSet rules;
  private final LiveChecks checks;
  private final Freshness freshness;

  Survey(RuleSet rules, LiveChecks checks, Freshness freshness) {
    this.rules = rules;
    this.checks = checks;
    this.freshness = freshness;
  }

  /**
   * Checks names.
   *
   * @param wanted the names, with the values that are expected where they are known
   * @param given what else is known, such as the account
   */
  Findings of(List<Report.Checked> wanted, Slots given) {
    Diagnostician diagnostician =
        new Diagnostician(rules, new CapturedProbes(List.of(), checks), freshness);
    List<Subject> subjects =
        wanted.stream().map(one -> ProbeSubject.of(one, freshness.now())).toList();
    List<Diagnosis> diagnoses = diagnostician.survey(subjects, given);
    return new Findings(
        List.of(),
        new History(List.of()),
        Map.of(),
        diagnoses,
        rules,
        diagnostician.results(),
        subjects,
        notChecked(wanted),
        freshness.now());
  }

  private List<Report.NotChecked> notChecked(List<Report.Checked> wanted) {
    List<Report.NotChecked> all = new ArrayList<>(checks.notChecked());
    if (wanted.stream().anyMatch(one -> one.expectedTxt().isEmpty())) {
      all.add(
          Analysis.notChecked(
              "the value of the TXT record", "no value was given to compare it with (--expect)"));
    }
    return all;
  }
}
