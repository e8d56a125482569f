package certbotdoctor.cli;

import certbotdoctor.report.DiagnosisReport;
import certbotdoctor.report.Report;
import certbotdoctor.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds the tests of rules against the reports of their samples. */
final class RuleTests {
  private final Map<String, Report> reports;

  RuleTests(Map<SampleCase, Report> reports) {
    this.reports =
        reports.entrySet().stream()
            .collect(Collectors.toMap(one -> one.getKey().name(), Map.Entry::getValue));
  }

  /** A sentence for each test that fails; a rule needs a sample that shows it, and one near it. */
  List<String> failures(Rule rule) {
    List<String> failures = new ArrayList<>();
    boolean shown = false;
    boolean near = false;
    for (Rule.RuleTest test : rule.tests()) {
      Report report = reports.get(test.sample());
      if (report == null) {
        failures.add(rule.id() + ": there is no sample " + test.sample());
        continue;
      }
      String is = word(report, rule.id());
      shown |= !test.verdicts().contains("silent");
      near |= test.verdicts().stream().allMatch(RuleTests::absent);
      if (!test.verdicts().contains(is)) {
        String wanted = String.join(" or ", test.verdicts());
        failures.add(rule.id() + ": " + test.sample() + " gives " + is + ", not " + wanted);
      }
    }
    if (!shown || !near) {
      String lacks = shown ? "where it is not the cause" : "that shows it";
      failures.add(rule.id() + ": its tests name no sample " + lacks);
    }
    return failures;
  }

  private static boolean absent(String verdict) {
    return verdict.equals("silent") || verdict.equals("alternative");
  }

  /** The verdict of a cause, {@code alternative} where it only stands beside another. */
  static String word(Report report, String cause) {
    String word = "silent";
    for (DiagnosisReport diagnosis : report.diagnoses()) {
      if (diagnosis.cause().equals(cause)) {
        return diagnosis.verdict();
      }
      if (diagnosis.alternatives().stream().anyMatch(other -> other.cause().equals(cause))) {
        word = "alternative";
      }
    }
    return word;
  }
}
