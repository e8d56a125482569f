package certbotdoctor.report;

import certbotdoctor.acme.DnsChallengeName;
import certbotdoctor.core.Text;
import certbotdoctor.core.VerdictWord;
import certbotdoctor.diagnose.History;
import certbotdoctor.diagnose.Subject;
import certbotdoctor.report.Report.Checked;
import certbotdoctor.report.Report.Input;
import certbotdoctor.run.Diary;
import certbotdoctor.run.IdentifierRun;
import certbotdoctor.run.Run;
import certbotdoctor.run.RunOutcome;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns findings into a report, resolved and without secrets. */
public final class ReportBuilder {
  /** Characters of one string in a report. */
  private static final int LONGEST = 8_000;

  private final String toolVersion;

  /** Builds reports of a version of this program. */
  public ReportBuilder(String toolVersion) {
    this.toolVersion = toolVersion;
  }

  /** The report; all text from inputs is of bounded length and has passed the redactor. */
  public Report build(Findings findings) {
    List<DiagnosisReport> diagnoses = new ArrayList<>();
    DiagnosisReports texts = new DiagnosisReports(findings.probes());
    findings.diagnoses().forEach(d -> diagnoses.add(texts.report("D" + (diagnoses.size() + 1), d)));
    List<RunReport> runs = runs(findings);
    Report report =
        new Report(
            toolVersion,
            host(findings.history()),
            offset(findings.history()),
            false,
            null,
            headline(diagnoses, findings),
            findings.inputs().stream().map(ReportBuilder::input).toList(),
            runs,
            diagnoses,
            List.of(),
            Notices.of(findings),
            findings.notChecked(),
            checked(findings),
            findings.exchanges());
    return new Redactor().redactSecrets(report, ReportBuilder::shortened);
  }

  /** Its beginning, if it is longer than anybody reads; commands are never that long. */
  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + " … (" + (text.length() - end) + " more characters)";
  }

  private static List<Checked> checked(Findings findings) {
    if (findings.checked().isEmpty()) {
      return List.of();
    }
    // by identity: a subject is its whole run, which takes long to hash
    Set<Subject> diagnosed = Collections.newSetFromMap(new IdentityHashMap<>());
    findings.diagnoses().forEach(diagnosis -> diagnosed.addAll(diagnosis.subjects()));
    List<Checked> all = new ArrayList<>();
    for (Subject subject : findings.checked()) {
      IdentifierRun identifier = subject.identifier();
      if (identifier != null) {
        String name = (identifier.wildcard() ? "*." : "") + identifier.name();
        boolean shown = diagnosed.contains(subject);
        all.add(
            new Checked(
                name,
                identifier.expectedTxt(),
                shown ? null : Matrices.of(List.of(subject), findings.probes())));
      }
    }
    return all.stream().distinct().toList();
  }

  private static Input input(InputSummary summary) {
    return new Input(
        summary.source(),
        summary.kind(),
        summary.bytes(),
        summary.units(),
        summary.understood(),
        summary.units() - summary.understood());
  }

  /** Newest first. */
  private static List<RunReport> runs(Findings findings) {
    List<Run> runs = findings.history().runs();
    List<RunReport> reports = new ArrayList<>();
    for (int i = runs.size() - 1; i >= 0; i--) {
      String id = findings.runIds().get(i);
      if (id != null) {
        reports.add(RunReports.report(id, runs.get(i)));
      }
    }
    return reports;
  }

  private static @Nullable String host(History history) {
    for (int i = history.runs().size() - 1; i >= 0; i--) {
      String host = history.runs().get(i).diary().host();
      if (host != null) {
        return host;
      }
    }
    return null;
  }

  private static @Nullable String offset(History history) {
    for (int i = history.runs().size() - 1; i >= 0; i--) {
      Diary diary = history.runs().get(i).diary();
      ZoneOffset offset = diary.offset();
      if (offset != null) {
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
      }
    }
    return null;
  }

  private static Text headline(List<DiagnosisReport> diagnoses, Findings findings) {
    if (!diagnoses.isEmpty()) {
      DiagnosisReport first = diagnoses.get(0);
      Text verdict = Text.prose(verdictWords(first.verdict()));
      Text about = first.title().plus(Text.prose(" (")).plus(verdict).plus(Text.prose(")"));
      return diagnoses.size() == 1
          ? about
          : about.plus(Text.prose(", and " + (diagnoses.size() - 1) + " more"));
    }
    History history = findings.history();
    if (history.runs().isEmpty() && !findings.checked().isEmpty()) {
      return surveyed(findings);
    }
    if (isUnfinished(history)) {
      return Text.prose("No failure is told, but the log ends before the run does.");
    }
    long succeeded =
        count(history, RunOutcome.SUCCESS) + count(history, RunOutcome.DRY_RUN_SUCCESS);
    if (succeeded > 0) {
      return Text.prose("No failure: the newest run of each certificate succeeded.");
    }
    return count(history, RunOutcome.NOT_DUE) > 0
        ? Text.prose("No failure: nothing was due for renewal.")
        : Text.prose("No failure found.");
  }

  private static boolean isUnfinished(History history) {
    List<Run> runs = history.runs();
    return !runs.isEmpty()
        && runs.get(runs.size() - 1).certificates().stream()
            .anyMatch(one -> one.name() != null && one.outcome() == RunOutcome.INCOMPLETE);
  }

  /** What live checks alone say, where they found no fault. */
  private static Text surveyed(Findings findings) {
    if (!findings.isAnswered()) {
      return Text.prose("DNS did not answer, so nothing is known.");
    }
    List<Subject> checked = findings.checked();
    IdentifierRun first = checked.get(0).identifier();
    return checked.size() == 1 && first != null
        ? Text.prose("The live checks found no fault at ")
            .plus(Text.quoted(DnsChallengeName.of(first.name()).value()))
        : Text.prose("The live checks found no fault at " + checked.size() + " names.");
  }

  private static long count(History history, RunOutcome outcome) {
    return history.newest().stream()
        .filter(entry -> entry.certificate().outcome() == outcome)
        .count();
  }

  private static String verdictWords(String verdict) {
    return verdict.equals(VerdictWord.CANNOT_TELL.id()) ? "cannot tell" : verdict;
  }
}
