package certbotdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.diagnose.Freshness;
import certbotdoctor.log.InputException;
import certbotdoctor.log.LogInputs;
import certbotdoctor.probe.dns.DnsProbeRunner;
import certbotdoctor.probe.dns.world.World;
import certbotdoctor.probe.dns.world.WorldNetwork;
import certbotdoctor.report.DiagnosisReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The diagnosis of a log with live checks in a world. */
final class LiveDiagnosis {
  private LiveDiagnosis() {}

  /** The only diagnosis of a log. */
  static DiagnosisReport of(World world, Path log)
      throws IOException, InputException, RuleBase.FaultyRules {
    RuleBase base = RuleBase.load(List.of());
    Freshness freshness = new Freshness(World.NOW, ZoneOffset.UTC);
    Analysis analysis = new Analysis(base.catalog(), base.rules(), freshness);
    Reading reading = analysis.read(LogInputs.of(log));
    try (WorldNetwork network = world.network()) {
      LiveChecks checks = new LiveChecks(new DnsProbeRunner(world.settings(), network), true);
      List<DiagnosisReport> all =
          analysis
              .diagnose(reading, Selection.ALL, checks, checks::notChecked)
              .report()
              .diagnoses();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  /** The cause that is said first, and then the others that are not ruled out. */
  static List<String> causes(DiagnosisReport diagnosis) {
    List<String> causes = new ArrayList<>(List.of(diagnosis.cause()));
    diagnosis.alternatives().stream()
        .filter(one -> !one.verdict().equals("ruled-out"))
        .forEach(one -> causes.add(one.cause()));
    return causes;
  }
}
