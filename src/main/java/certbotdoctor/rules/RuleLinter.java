package certbotdoctor.rules;

import certbotdoctor.yaml.DataFinding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that a rule makes sense by itself: names that match, a verdict table that is total. */
final class RuleLinter {
  private RuleLinter() {}

  static void check(Rule rule, String file, List<DataFinding> findings) {
    String base = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    if (!base.equals(rule.id() + ".yaml")) {
      report(file, "file-name", "the file of rule '" + rule.id() + "' must be named so", findings);
    }
    if (!rule.id().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      report(file, "rule-id", "ids are kebab-case", findings);
    }
    if (rule.symptoms().isEmpty()) {
      report(file, "no-symptoms", "a rule without symptoms is never thought of", findings);
    }
    evidence(rule, file, findings);
    verdict(rule, file, findings);
  }

  private static void evidence(Rule rule, String file, List<DataFinding> findings) {
    Set<String> ids = new HashSet<>();
    for (EvidenceSpec spec : rule.evidence()) {
      if (!ids.add(spec.id())) {
        report(file, "evidence-twice", "evidence '" + spec.id() + "' stands twice", findings);
      }
    }
    for (VerdictRow row : rule.verdict()) {
      for (VerdictRow.Term term : row.terms()) {
        if (!ids.contains(term.evidence())) {
          report(
              file,
              "unknown-evidence",
              "the verdict names '" + term.evidence() + "', which is no evidence",
              findings);
        }
      }
    }
  }

  private static void verdict(Rule rule, String file, List<DataFinding> findings) {
    List<VerdictRow> rows = rule.verdict();
    if (rows.isEmpty() || !rows.get(rows.size() - 1).terms().isEmpty()) {
      report(file, "verdict-open", "the last row of the verdict must hold always", findings);
    }
    for (int i = 0; i + 1 < rows.size(); i++) {
      if (rows.get(i).terms().isEmpty()) {
        report(
            file, "verdict-dead", "rows after one that holds always are never reached", findings);
      }
    }
  }

  private static void report(String file, String code, String text, List<DataFinding> findings) {
    findings.add(new DataFinding(file, 1, 1, code, text));
  }
}
