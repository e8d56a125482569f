package certbotdoctor.report;

import certbotdoctor.report.RunReport.CertificateReport;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a report says, and several templates share.
 *
 * @param status {@code failed}, {@code ok}, {@code unfinished} (the newest run of a certificate
 *     tells no outcome), {@code sound} (names were checked, and no fault was found) or {@code
 *     nothing} (no run was found)
 * @param newest the newest run
 * @param certificates each certificate once, as its newest run left it
 * @param verdicts number of diagnoses by verdict, in the order of their first
 */
record Overview(
    String status,
    @Nullable RunReport newest,
    List<CertificateLine> certificates,
    Map<String, Integer> verdicts) {

  /**
   * A certificate and its history.
   *
   * @param certificate as the newest run left it
   * @param run the newest run
   * @param days days from that run to the expiry date, null where either is not known
   * @param history each run that had to do with it, oldest first
   */
  public record CertificateLine(
      CertificateReport certificate, RunReport run, @Nullable Long days, List<Visit> history) {}

  /** A certificate in one run. */
  public record Visit(RunReport run, String outcome) {}

  static Overview of(Report report) {
    Map<String, Integer> verdicts = new LinkedHashMap<>();
    for (DiagnosisReport diagnosis : report.diagnoses()) {
      verdicts.merge(diagnosis.verdict(), 1, Integer::sum);
    }
    return new Overview(
        status(report),
        report.runs().isEmpty() ? null : report.runs().get(0),
        certificates(report.runs()),
        verdicts);
  }

  private static String status(Report report) {
    if (!report.diagnoses().isEmpty()) {
      return "failed";
    }
    if (!report.runs().isEmpty()) {
      return report.runs().get(0).certificates().stream().anyMatch(Overview::isUnfinished)
          ? "unfinished"
          : "ok";
    }
    return report.checked().stream().anyMatch(one -> one.matrix() != null) ? "sound" : "nothing";
  }

  private static boolean isUnfinished(CertificateReport certificate) {
    return certificate.name() != null && certificate.outcome().equals("incomplete");
  }

  /** Whether there is nothing to say of a certificate. */
  private static boolean isMute(CertificateReport certificate) {
    return certificate.name() == null && certificate.outcome().equals("incomplete");
  }

  private static List<CertificateLine> certificates(List<RunReport> newestFirst) {
    Map<String, CertificateLine> lines = new LinkedHashMap<>();
    for (RunReport run : newestFirst) {
      for (CertificateReport certificate : run.certificates()) {
        if (isMute(certificate)) {
          continue;
        }
        String key = certificate.name() == null ? "" : certificate.name();
        CertificateLine line =
            lines.computeIfAbsent(
                key,
                k ->
                    new CertificateLine(
                        certificate, run, days(run, certificate.notAfter()), new ArrayList<>()));
        line.history().add(0, new Visit(run, certificate.outcome()));
      }
    }
    return List.copyOf(lines.values());
  }

  private static @Nullable Long days(RunReport run, @Nullable String notAfter) {
    LocalDate from = ReportTime.date(run.started());
    LocalDate to = ReportTime.date(notAfter);
    return from == null || to == null ? null : ChronoUnit.DAYS.between(from, to);
  }
}
