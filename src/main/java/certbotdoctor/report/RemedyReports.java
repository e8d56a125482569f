package certbotdoctor.report;

import certbotdoctor.core.Slots;
import certbotdoctor.diagnose.FactSet;
import certbotdoctor.diagnose.Judgement;
import certbotdoctor.report.Report.RemedyReport;
import certbotdoctor.report.Report.RemedyStep;
import certbotdoctor.rules.RemedySpec;
import certbotdoctor.rules.Template;
import java.util.List;

/** Remedies with the user's own names and values. */
final class RemedyReports {
  private RemedyReports() {}

  static List<RemedyReport> of(Judgement cause, FactSet facts) {
    Slots slots = cause.slots();
    return cause.rule().remedies().stream()
        .filter(remedy -> remedy.needs().stream().allMatch(slots::has))
        .filter(remedy -> facts.all(remedy.when()))
        .map(remedy -> remedy(remedy, slots, facts))
        .toList();
  }

  private static RemedyReport remedy(RemedySpec remedy, Slots slots, FactSet facts) {
    List<RemedyStep> steps =
        remedy.steps().stream()
            .filter(step -> step.needs().stream().allMatch(slots::has))
            .filter(step -> facts.all(step.when()))
            .map(step -> step(step, slots))
            .toList();
    return new RemedyReport(
        remedy.id(),
        Template.text(remedy.title(), slots),
        Template.text(remedy.why(), slots),
        steps,
        remedy.risk(),
        remedy.verify() == null ? null : Template.text(remedy.verify(), slots));
  }

  private static RemedyStep step(RemedySpec.Step step, Slots slots) {
    String command = step.command();
    return new RemedyStep(
        Template.text(step.text(), slots),
        command == null ? null : Template.command(command, slots));
  }
}
