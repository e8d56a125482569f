package certbotdoctor.cli;

import certbotdoctor.core.ChallengeType;
import certbotdoctor.diagnose.Subject;
import certbotdoctor.report.Report;
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.Diary;
import certbotdoctor.run.IdentifierRun;
import certbotdoctor.run.Run;
import certbotdoctor.run.RunOutcome;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** A name to check, in the form of something that failed just now. */
final class ProbeSubject {
  private ProbeSubject() {}

  static Subject of(Report.Checked wanted, Instant now) {
    String text = wanted.name();
    boolean wildcard = text.startsWith("*.");
    String bare = wildcard ? text.substring(2) : text;
    String name = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    List<String> values = wanted.expectedTxt();
    List<String> from = values.isEmpty() ? List.of() : List.of("given");
    IdentifierRun identifier =
        new IdentifierRun(
            name,
            wildcard,
            ChallengeType.DNS_01,
            RunOutcome.FAILURE,
            values,
            from,
            List.of(),
            List.of(),
            List.of());
    CertificateRun certificate =
        new CertificateRun(
            null,
            null,
            null,
            RunOutcome.FAILURE,
            false,
            null,
            List.of(identifier),
            List.of(),
            List.of());
    LocalDateTime ended = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    Diary diary =
        new Diary(
            List.of(),
            null,
            ended,
            ZoneOffset.UTC,
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            false,
            false);
    return new Subject(
        "", new Run(diary, List.of(certificate), RunOutcome.FAILURE), certificate, identifier);
  }
}
