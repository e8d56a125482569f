package certbotdoctor.cli;

import certbotdoctor.capture.CapturedProbes;
import certbotdoctor.core.Slots;
import certbotdoctor.diagnose.Diagnosis;
import certbotdoctor.diagnose.Diagnostician;
import certbotdoctor.diagnose.Freshness;
import certbotdoctor.diagnose.History;
import certbotdoctor.diagnose.Subject;
import certbotdoctor.probe.dns.DnsProbeRunner;
import certbotdoctor.probe.dns.world.World;
import certbotdoctor.probe.dns.world.WorldNetwork;
import certbotdoctor.report.Findings;
import certbotdoctor.report.Report;
import certbotdoctor.report.ReportBuilder;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The report of live checks alone, in a world. */
final class LiveSurvey {
  private LiveSurvey() {}

  /** What all checks of one identifier give, with the values that are expected. */
  static Report of(World world, String identifier, String... values) throws RuleBase.FaultyRules {
    RuleBase base = RuleBase.load(List.of());
    Subject subject =
        ProbeSubject.of(new Report.Checked(identifier, List.of(values), null), World.NOW);
    try (WorldNetwork network = world.network()) {
      LiveChecks checks = new LiveChecks(new DnsProbeRunner(world.settings(), network), true);
      Diagnostician diagnostician =
          new Diagnostician(
              base.rules(),
              new CapturedProbes(List.of(), checks),
              new Freshness(World.NOW, ZoneOffset.UTC));
      List<Diagnosis> diagnoses = diagnostician.survey(List.of(subject), Slots.NONE);
      Findings findings =
          new Findings(
              List.of(),
              new History(List.of()),
              Map.of(),
              diagnoses,
              base.rules(),
              diagnostician.results(),
              List.of(subject),
              checks.notChecked(),
              World.NOW);
      return new ReportBuilder("0.1.0").build(findings);
    }
  }
}
