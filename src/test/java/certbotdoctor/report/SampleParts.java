package certbotdoctor.report;

import certbotdoctor.core.Text;
import certbotdoctor.report.DiagnosisReport.EvidenceReport;
import certbotdoctor.report.DiagnosisReport.RemedyReport;
import certbotdoctor.report.DiagnosisReport.RemedyStep;
import certbotdoctor.report.Report.Input;
import certbotdoctor.report.RunReport.CertificateReport;
import certbotdoctor.report.RunReport.IdentifierReport;
import certbotdoctor.report.RunReport.ProblemReport;
import certbotdoctor.report.RunReport.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short words for the parts of a report. */
final class SampleParts {
  private SampleParts() {}

  static Input input(String source, String kind, long bytes, long records, long understood) {
    return new Input(source, kind, bytes, records, understood, records - understood);
  }

  static RunReport run(
      String id,
      String source,
      @Nullable String started,
      String outcome,
      List<CertificateReport> certificates,
      List<Step> timeline) {
    return new RunReport(
        id,
        source,
        1,
        210,
        started,
        started == null ? null : started.replace("03:04:05", "03:04:21"),
        "certbot",
        "2.11.0",
        "https://acme-v02.api.letsencrypt.org/directory",
        false,
        outcome,
        certificates,
        timeline);
  }

  static CertificateReport certificate(
      String name, String outcome, @Nullable String notAfter, IdentifierReport... identifiers) {
    return new CertificateReport(
        name, "dns-cloudflare", "nginx", outcome, notAfter, List.of(identifiers), List.of());
  }

  static IdentifierReport identifier(
      String name, List<String> expected, List<String> found, ProblemReport... problems) {
    return new IdentifierReport(
        name,
        name.startsWith("*."),
        "dns-01",
        problems.length == 0 ? "success" : "failure",
        expected,
        found,
        List.of(problems));
  }

  static ProblemReport problem(String code, String type, String detail, long line) {
    return new ProblemReport(code, type, detail, false, false, "letsencrypt.log", List.of(line));
  }

  static Step step(String kind, long millis, String words, String quoted, long line) {
    Text label = quoted.isEmpty() ? Text.prose(words) : Text.prose(words).plus(Text.quoted(quoted));
    return new Step(kind, null, millis, label, "letsencrypt.log", line);
  }

  static EvidenceReport logged(String stance, Text says, String quote, long line) {
    return new EvidenceReport(
        "log", stance, says, quote, "letsencrypt.log", line, null, false, null, null, null);
  }

  static EvidenceReport live(String stance, Text says, String exchange) {
    return new EvidenceReport(
        "live", stance, says, null, null, 0, exchange, false, "2026-01-02T02:30:00Z", null, null);
  }

  static EvidenceReport configured(String stance, Text says, String source) {
    return new EvidenceReport(
        "config", stance, says, null, source, 0, null, false, null, null, null);
  }

  static EvidenceReport unavailable(Text says, String why, @Nullable Text wouldSettle) {
    return new EvidenceReport(
        "unavailable", "silent", says, null, null, 0, null, false, null, why, wouldSettle);
  }

  static RemedyReport remedy(
      String id, String title, String risk, @Nullable String verify, RemedyStep... steps) {
    return new RemedyReport(
        id,
        Text.prose(title),
        Text.EMPTY,
        List.of(steps),
        risk,
        verify == null ? null : Text.prose(verify));
  }

  static RemedyStep does(String text, @Nullable String command) {
    return new RemedyStep(Text.prose(text), command);
  }

  static Report withHeadline(Report report, Text headline) {
    return with(report, headline, report.diagnoses());
  }

  static Report withDiagnoses(Report report, List<DiagnosisReport> diagnoses) {
    return with(report, report.headline(), diagnoses);
  }

  private static Report with(Report report, Text headline, List<DiagnosisReport> diagnoses) {
    return new Report(
        report.toolVersion(),
        report.host(),
        report.offset(),
        report.redacted(),
        report.generated(),
        headline,
        report.inputs(),
        report.runs(),
        diagnoses,
        report.resolved(),
        report.notices(),
        report.notChecked(),
        report.checked(),
        report.exchanges());
  }
}
