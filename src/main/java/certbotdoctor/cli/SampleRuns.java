package certbotdoctor.cli;

import certbotdoctor.config.LocalConfig;
import certbotdoctor.diagnose.Freshness;
import certbotdoctor.log.InputException;
import certbotdoctor.log.LogInput;
import certbotdoctor.log.LogInputs;
import certbotdoctor.probe.ProbeRunner;
import certbotdoctor.report.Report;
import certbotdoctor.yaml.DataFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs samples through a rule base, offline. */
final class SampleRuns {
  private final RuleBase base;
  private final Freshness freshness;

  SampleRuns(RuleBase base, Clock clock) {
    this.base = base;
    this.freshness = new Freshness(clock.instant(), ZoneOffset.UTC);
  }

  /**
   * The report of each sample of a directory.
   *
   * @throws RuleBase.FaultyRules when a case file is wrong or an input is missing
   */
  Map<SampleCase, Report> of(Path directory) throws RuleBase.FaultyRules {
    List<DataFinding> findings = new ArrayList<>();
    Map<SampleCase, Report> reports = new LinkedHashMap<>();
    try {
      for (SampleCase sample : SampleCase.in(directory, findings)) {
        reports.put(sample, report(sample));
      }
    } catch (IOException | InputException e) {
      throw new RuleBase.FaultyRules("The samples cannot be read: " + e.getMessage());
    }
    if (!findings.isEmpty()) {
      throw new RuleBase.FaultyRules(RuleBase.lines(findings));
    }
    return reports;
  }

  private Report report(SampleCase sample) throws InputException {
    List<LogInput> inputs = new ArrayList<>();
    for (Path input : sample.inputs()) {
      inputs.addAll(LogInputs.of(input));
    }
    LocalConfig config = sample.config() == null ? null : LocalConfig.read(sample.config());
    Analysis analysis = new Analysis(base.catalog(), base.rules(), freshness, config);
    Reading reading = analysis.read(inputs);
    return analysis.diagnose(reading, Selection.ALL, ProbeRunner.NOBODY, List::of).report();
  }
}
