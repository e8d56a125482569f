package certbotdoctor.cli;

import certbotdoctor.core.Slots;
import certbotdoctor.diagnose.Freshness;
import certbotdoctor.probe.dns.DnsProbeRunner;
import certbotdoctor.probe.dns.world.World;
import certbotdoctor.probe.dns.world.WorldNetwork;
import certbotdoctor.report.Report;
import certbotdoctor.report.ReportBuilder;
import java.time.ZoneOffset;
import java.util.List;

/** The report of live checks alone, in a world. */
final class LiveSurvey {
  private LiveSurvey() {}

  /** What all checks of one identifier give, with the values that are expected. */
  static Report of(World world, String identifier, String... values) throws RuleBase.FaultyRules {
    Report.Checked wanted = new Report.Checked(identifier, List.of(values), null);
    Freshness freshness = new Freshness(World.NOW, ZoneOffset.UTC);
    try (WorldNetwork network = world.network()) {
      LiveChecks checks = new LiveChecks(new DnsProbeRunner(world.settings(), network), true);
      Survey survey = new Survey(RuleBase.load(List.of()).rules(), checks, freshness);
      return new ReportBuilder("0.1.0").build(survey.of(List.of(wanted), Slots.NONE));
    }
  }
}
