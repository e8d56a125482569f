package certbotdoctor.report;

import certbotdoctor.core.Slots;
import certbotdoctor.diagnose.Fact;
import certbotdoctor.diagnose.FactExtractor;
import certbotdoctor.diagnose.FactKinds;
import certbotdoctor.diagnose.FactSet;
import certbotdoctor.diagnose.History;
import certbotdoctor.diagnose.Subject;
import certbotdoctor.probe.ProbeResult;
import certbotdoctor.report.Report.Notice;
import certbotdoctor.rules.NoticeRule;
import certbotdoctor.rules.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Things worth saying that broke nothing, once each. */
final class Notices {
  private Notices() {}

  static List<Notice> of(Findings findings) {
    Map<String, Notice> notices = new LinkedHashMap<>();
    FactExtractor extractor = new FactExtractor(findings.history());
    for (History.Entry entry : findings.history().newest()) {
      Subject subject = new Subject("", entry.run(), entry.certificate(), null);
      add(findings, extractor.of(subject, entry), name(entry), notices);
    }
    findings.diagnoses().forEach(d -> add(findings, d.facts(), d.cause().slots(), notices));
    findings
        .probes()
        .forEach(
            (request, result) ->
                add(findings, new FactSet(List.of(live(result))), request.slots(), notices));
    return new ArrayList<>(notices.values());
  }

  /** A finding of now, for notices about things that broke nothing. */
  private static Fact live(ProbeResult result) {
    Slots slots =
        result
            .facts()
            .with("probe", result.request().probe())
            .with("outcome", result.outcome().id());
    return Fact.inferred(FactKinds.LIVE, slots);
  }

  private static Slots name(History.Entry entry) {
    return Slots.NONE
        .with("certificate", entry.certificate().name())
        .with("not-after", entry.certificate().notAfter());
  }

  private static void add(
      Findings findings, FactSet facts, Slots slots, Map<String, Notice> notices) {
    for (NoticeRule rule : findings.rules().notices()) {
      for (List<certbotdoctor.rules.Clause> alternative : rule.symptoms()) {
        if (facts.all(alternative) && !notices.containsKey(rule.id())) {
          Slots bound = slots;
          for (certbotdoctor.rules.Clause clause : alternative) {
            bound = facts.first(clause).map(f -> f.slots()).orElse(Slots.NONE).with(bound);
          }
          String command = rule.command();
          notices.put(
              rule.id(),
              new Notice(
                  rule.id(),
                  Template.text(rule.text(), bound),
                  command == null ? null : new HostWords(bound).command(command)));
        }
      }
    }
  }
}
