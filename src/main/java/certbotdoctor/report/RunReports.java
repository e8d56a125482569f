package certbotdoctor.report;

import certbotdoctor.ca.CaSymptom;
import certbotdoctor.core.SourceSpan;
import certbotdoctor.core.Text;
import certbotdoctor.event.Event;
import certbotdoctor.report.RunReport.CertificateReport;
import certbotdoctor.report.RunReport.IdentifierReport;
import certbotdoctor.report.RunReport.ProblemReport;
import certbotdoctor.report.RunReport.Step;
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.Diary;
import certbotdoctor.run.IdentifierRun;
import certbotdoctor.run.Problem;
import certbotdoctor.run.Run;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
        timeline(run));
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
    Set<ProblemReport> reports = new LinkedHashSet<>();
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
    return List.copyOf(reports);
  }

  private static List<Step> timeline(Run run) {
    List<Step> steps = new ArrayList<>();
    Diary diary = run.diary();
    for (CertificateRun certificate : run.certificates()) {
      for (Event event : certificate.events()) {
        Step step = step(event, diary);
        if (step != null && steps.size() < 200) {
          steps.add(step);
        }
      }
      certificate.identifiers().forEach(identifier -> failures(identifier, steps));
    }
    return steps;
  }

  private static void failures(IdentifierRun identifier, List<Step> steps) {
    for (Problem problem : identifier.problems()) {
      SourceSpan span = problem.spans().get(0);
      Text label = Text.prose("the CA rejects ").plus(Text.quoted(identifier.name()));
      steps.add(new Step("failure", null, -1, label, span.source(), span.firstLine()));
    }
  }

  private static @Nullable Step step(Event event, Diary diary) {
    return switch (event.kind()) {
      case HOOK_RAN -> {
        Event.HookRan hook = (Event.HookRan) event;
        String kind = hook.hook().equals("manual-cleanup-hook") ? "cleanup" : "deploy";
        Text label =
            Text.prose(
                hook.hook()
                    + (hook.exitCode() == null
                        ? " printed text"
                        : " ended with code " + hook.exitCode()));
        yield step(kind, label, event, diary);
      }
      case PROPAGATION_WAIT ->
          step(
              "wait",
              Text.prose(
                  "wait " + ((Event.PropagationWait) event).seconds() + " s for propagation"),
              event,
              diary);
      case CLEANUP_STARTED -> step("cleanup", Text.prose("records are removed"), event, diary);
      case MARK -> {
        Event.Mark mark = (Event.Mark) event;
        yield mark.phrase().startsWith("Waiting for")
            ? step("check", Text.prose("the CA is asked to look"), event, diary)
            : step("deploy", Text.prose(mark.phrase() + " starts"), event, diary);
      }
      case CLIENT_MESSAGE -> {
        String kind = ((Event.ClientMessage) event).match().kind();
        yield kind.equals("record-added")
            ? step("deploy", Text.prose("the plugin says that it added the record"), event, diary)
            : null;
      }
      default -> null;
    };
  }

  private static Step step(String kind, Text label, Event event, Diary diary) {
    LocalDateTime at = event.origin().at();
    LocalDateTime started = diary.started();
    long offset = at == null || started == null ? -1 : ChronoUnit.MILLIS.between(started, at);
    SourceSpan span = event.origin().span();
    return new Step(kind, time(at, diary.offset()), offset, label, span.source(), span.firstLine());
  }
}
