package certbotdoctor.report;

import certbotdoctor.core.SourceSpan;
import certbotdoctor.core.Text;
import certbotdoctor.event.Event;
import certbotdoctor.report.RunReport.Step;
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.Diary;
import certbotdoctor.run.FailureKinds;
import certbotdoctor.run.IdentifierRun;
import certbotdoctor.run.Problem;
import certbotdoctor.run.Run;
import certbotdoctor.run.RunOutcome;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The course of a run: order, deploy, wait, check, failure, cleanup. */
final class Timeline {
  private static final int MOST = 200;
  private static final String FAILURE = "failure";
  private static final String CLEANUP = "cleanup";
  private static final String DEPLOY = "deploy";

  private final Diary diary;
  private final List<String> sources;

  Timeline(Diary diary) {
    this.diary = diary;
    this.sources = diary.spans().stream().map(SourceSpan::source).distinct().toList();
  }

  /** The steps of all certificates, each certificate's in the order of their places in the log. */
  List<Step> steps(Run run) {
    return run.certificates().stream().flatMap(one -> steps(one).stream()).limit(MOST).toList();
  }

  private List<Step> steps(CertificateRun certificate) {
    List<Step> steps = new ArrayList<>();
    for (Event event : certificate.events()) {
      step(event).ifPresent(steps::add);
    }
    for (IdentifierRun identifier : certificate.identifiers()) {
      Text label = Text.prose("the CA rejects ").plus(Text.quoted(identifier.name()));
      identifier.problems().forEach(problem -> steps.add(failure(problem, label)));
    }
    Text refused = Text.prose("the CA refuses the request");
    certificate.problems().forEach(problem -> steps.add(failure(problem, refused)));
    if (certificate.outcome() == RunOutcome.FAILURE
        && steps.stream().noneMatch(step -> step.kind().equals(FAILURE))) {
      givenUp(certificate).ifPresent(steps::add);
    }
    steps.sort(
        (a, b) -> {
          int order = Integer.compare(sources.indexOf(a.source()), sources.indexOf(b.source()));
          return order == 0 ? Long.compare(a.line(), b.line()) : order;
        });
    return beforeCleanup(steps);
  }

  /** A terminal shows what the CA said after the cleanup that followed it. */
  private static List<Step> beforeCleanup(List<Step> steps) {
    List<Step> ordered = new ArrayList<>();
    int cleanup = -1;
    for (Step step : steps) {
      if (cleanup >= 0 && step.at() == null && step.kind().equals(FAILURE)) {
        ordered.add(cleanup++, step);
        continue;
      }
      if (cleanup < 0 && step.kind().equals(CLEANUP)) {
        cleanup = ordered.size();
      }
      ordered.add(step);
    }
    return ordered;
  }

  private Step failure(Problem problem, Text label) {
    return step(FAILURE, label, problem.at(), problem.spans().get(0));
  }

  /** The end of an attempt that failed without a word of the CA. */
  private Optional<Step> givenUp(CertificateRun certificate) {
    return certificate.events().stream()
        .filter(Timeline::isFailure)
        .findFirst()
        .map(event -> step(FAILURE, "the client gives up", event));
  }

  private static boolean isFailure(Event event) {
    return switch (event.kind()) {
      case TRACEBACK, FAILURE_LINE, LINEAGE_FAILED -> true;
      case CLIENT_MESSAGE -> FailureKinds.fails(((Event.ClientMessage) event).match());
      default -> false;
    };
  }

  private Optional<Step> step(Event event) {
    return Optional.ofNullable(
        switch (event.kind()) {
          case ISSUANCE_STARTED -> order((Event.IssuanceStarted) event);
          case HOOK_RAN -> hook((Event.HookRan) event);
          case PROPAGATION_WAIT -> {
            long seconds = ((Event.PropagationWait) event).seconds();
            yield step("wait", "wait " + seconds + " s for propagation", event);
          }
          case CLEANUP_STARTED -> step(CLEANUP, "records are removed", event);
          case MARK -> mark((Event.Mark) event);
          case OUTCOME -> outcome((Event.Outcome) event);
          case CLIENT_MESSAGE ->
              ((Event.ClientMessage) event).match().kind().equals("record-added")
                  ? step(DEPLOY, "the plugin says that it added the record", event)
                  : null;
          default -> null;
        });
  }

  private Step order(Event.IssuanceStarted order) {
    Text label = Text.prose("a certificate is asked for");
    if (!order.names().isEmpty()) {
      label = label.plus(Text.prose(": ")).plus(Text.quoted(order.names().get(0)));
    }
    return step("order", label, order.origin().at(), order.origin().span());
  }

  private Step hook(Event.HookRan hook) {
    String end = hook.exitCode() == null ? " printed text" : " ended with code " + hook.exitCode();
    return step(kindOf(hook.hook()), hook.hook() + end, hook);
  }

  private Step mark(Event.Mark mark) {
    return mark.phrase().startsWith("Waiting for")
        ? step("check", "the CA is asked to look", mark)
        : step(kindOf(mark.phrase()), mark.phrase() + " starts", mark);
  }

  private static String kindOf(String hook) {
    return switch (hook) {
      case "manual-cleanup-hook" -> CLEANUP;
      case "manual-auth-hook", "hook" -> DEPLOY;
      default -> "hook";
    };
  }

  private @Nullable Step outcome(Event.Outcome outcome) {
    return switch (outcome.word()) {
      case CERTIFICATE_RECEIVED -> step("success", "the certificate was issued", outcome);
      case DRY_RUN_SUCCESS -> step("success", "the dry run succeeded", outcome);
      default -> null;
    };
  }

  private Step step(String kind, String label, Event event) {
    return step(kind, Text.prose(label), event.origin().at(), event.origin().span());
  }

  private Step step(String kind, Text label, @Nullable LocalDateTime at, SourceSpan span) {
    LocalDateTime started = diary.started();
    long offset = at == null || started == null ? -1 : ChronoUnit.MILLIS.between(started, at);
    String time = RunReports.time(at, diary.offset());
    return new Step(kind, time, offset, label, span.source(), span.firstLine());
  }
}
