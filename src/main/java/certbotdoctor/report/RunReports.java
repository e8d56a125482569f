package certbotdoctor.report;

import certbotdoctor.ca.CaSymptom;
import certbotdoctor.core.SourceSpan;
import certbotdoctor.report.RunReport.CertificateReport;
import certbotdoctor.report.RunReport.IdentifierReport;
import certbotdoctor.report.RunReport.ProblemReport;
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.Diary;
import certbotdoctor.run.IdentifierRun;
import certbotdoctor.run.Problem;
import certbotdoctor.run.Run;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Runs as the report shows them. */
final class RunReports {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

  private RunReports() {}

  static RunReport report(String id, Run run) {
    Diary diary = run.diary();
    SourceSpan first = diary.spans().get(0);
    SourceSpan last = diary.spans().get(diary.spans().size() - 1);
    boolean dryRun = run.certificates().stream().anyMatch(CertificateRun::dryRun);
    return new RunReport(
        id,
        first.source(),
        first.firstLine(),
        last.source().equals(first.source()) ? last.lastLine() : first.lastLine(),
        time(diary.started(), diary.offset()),
        time(diary.ended(), diary.offset()),
        diary.client(),
        diary.clientVersion(),
        diary.server(),
        dryRun,
        run.outcome().id(),
        run.certificates().stream().map(RunReports::certificate).toList(),
        new Timeline(diary).steps(run));
  }

  static @Nullable String time(@Nullable LocalDateTime time, @Nullable ZoneOffset offset) {
    if (time == null) {
      return null;
    }
    String zone = offset == null ? "" : offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    return LOCAL.format(time) + zone;
  }

  private static CertificateReport certificate(CertificateRun certificate) {
    return new CertificateReport(
        certificate.name(),
        certificate.authenticator(),
        certificate.installer(),
        certificate.outcome().id(),
        certificate.notAfter(),
        certificate.identifiers().stream().map(RunReports::identifier).toList(),
        problems(certificate.problems()));
  }

  private static IdentifierReport identifier(IdentifierRun identifier) {
    return new IdentifierReport(
        identifier.name(),
        identifier.wildcard(),
        identifier.challenge() == null ? null : identifier.challenge().id(),
        identifier.outcome().id(),
        identifier.expectedTxt(),
        identifier.foundTxt(),
        problems(identifier.problems()));
  }

  /** Each problem, once for every symptom in it that a reader can tell from the others. */
  private static List<ProblemReport> problems(List<Problem> problems) {
    List<ProblemReport> reports = new ArrayList<>();
    for (Problem problem : problems) {
      for (CaSymptom symptom : problem.text().symptoms()) {
        reports.add(
            new ProblemReport(
                symptom.code().id(),
                problem.text().type(),
                problem.text().detail(),
                symptom.secondary(),
                symptom.recheck(),
                problem.spans().get(0).source(),
                problem.spans().stream().map(SourceSpan::firstLine).distinct().toList()));
      }
    }
    return reports.size() < 2 ? reports : reports.stream().distinct().toList();
  }
}
