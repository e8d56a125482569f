package certbotdoctor.report;

import certbotdoctor.core.Slots;
import certbotdoctor.core.Text;
import certbotdoctor.diagnose.FactSet;
import certbotdoctor.diagnose.Judgement;
import certbotdoctor.report.DiagnosisReport.RemedyReport;
import certbotdoctor.report.DiagnosisReport.RemedyStep;
import certbotdoctor.rules.Placeholders;
import certbotdoctor.rules.RemedySpec;
import certbotdoctor.rules.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remedies with the user's own names and values. */
final class RemedyReports {
  private final Slots slots;
  private final FactSet facts;
  private final HostWords words;

  private RemedyReports(Slots slots, FactSet facts) {
    this.slots = slots;
    this.facts = facts;
    this.words = new HostWords(slots);
  }

  static List<RemedyReport> of(Judgement cause, FactSet facts) {
    RemedyReports reports = new RemedyReports(cause.slots(), facts);
    return cause.rule().remedies().stream().filter(reports::applies).map(reports::remedy).toList();
  }

  private boolean applies(RemedySpec remedy) {
    return remedy.needs().stream().allMatch(slots::has) && facts.all(remedy.when());
  }

  private RemedyReport remedy(RemedySpec remedy) {
    List<String> told = new ArrayList<>();
    List<RemedyStep> steps =
        remedy.steps().stream()
            .filter(step -> step.needs().stream().allMatch(slots::has))
            .filter(step -> facts.all(step.when()))
            .filter(step -> !isElsewhere(step))
            .map(step -> step(step, told))
            .toList();
    return new RemedyReport(
        remedy.id(),
        text(remedy.title()),
        text(remedy.why()),
        steps,
        remedy.risk(),
        remedy.verify() == null ? null : text(remedy.verify()));
  }

  /** A step, with a word on every placeholder that was not explained before. */
  private RemedyStep step(RemedySpec.Step step, List<String> told) {
    String command = command(step.command());
    String notes = command == null ? "" : Placeholders.notes(command, told);
    return new RemedyStep(text(step.text() + notes), command);
  }

  private Text text(String template) {
    return words.text(template);
  }

  /** The command; none where it is a whole command of a client whose commands are not known. */
  private @Nullable String command(@Nullable String template) {
    if (template == null
        || Template.needed(template).stream()
            .anyMatch(slot -> slot.endsWith("-command") && !slots.has(slot))) {
      return null;
    }
    return words.command(template);
  }

  /** Whether a step is for programs that the host has nothing like. */
  private boolean isElsewhere(RemedySpec.Step step) {
    return step.command() != null && words.command(step.command()) == null;
  }
}
