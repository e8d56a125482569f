package certbotdoctor.cli;

import certbotdoctor.catalog.Catalog;
import certbotdoctor.core.Text;
import certbotdoctor.core.VerdictWord;
import certbotdoctor.diagnose.Diagnosis;
import certbotdoctor.diagnose.Diagnostician;
import certbotdoctor.diagnose.Freshness;
import certbotdoctor.diagnose.History;
import certbotdoctor.event.EventReader;
import certbotdoctor.log.LogInput;
import certbotdoctor.probe.ProbeRunner;
import certbotdoctor.report.Findings;
import certbotdoctor.report.Report;
import certbotdoctor.report.ReportBuilder;
import certbotdoctor.rules.RuleSet;
import certbotdoctor.run.AccountKeys;
import certbotdoctor.run.Run;
import certbotdoctor.run.RunOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The whole way from inputs to a report. */
final class Analysis {
  /** Runs shown in a report; older ones are only counted. */
  private static final int SHOWN = 50;

  private final Catalog catalog;
  private final RuleSet rules;
  private final Freshness freshness;
  private final AccountKeys keys = new AccountKeys();

  Analysis(Catalog catalog, RuleSet rules, Freshness freshness) {
    this.catalog = catalog;
    this.rules = rules;
    this.freshness = freshness;
  }

  AccountKeys keys() {
    return keys;
  }

  /** A report and what the exit code follows from. */
  record Result(Reading reading, Report report, ExitCode code) {}

  Reading read(List<LogInput> inputs) {
    return new InputReader(new EventReader(catalog), keys).read(inputs);
  }

  Result diagnose(
      Reading reading,
      Selection selection,
      ProbeRunner probes,
      Supplier<List<Report.NotChecked>> notChecked) {
    History history = new History(selection.of(reading.runs()));
    Map<Integer, String> ids = ids(history.runs());
    Diagnostician diagnostician = new Diagnostician(rules, probes, freshness);
    List<Diagnosis> diagnoses =
        diagnostician.diagnose(history, selection.all() ? history.all() : history.newest(), ids);
    Findings findings =
        new Findings(
            reading.inputs(),
            history,
            ids,
            diagnoses,
            rules,
            diagnostician.results(),
            diagnostician.results().isEmpty()
                ? List.of()
                : diagnoses.stream().flatMap(d -> d.subjects().stream()).toList(),
            notChecked.get(),
            freshness.now());
    Report report = new ReportBuilder(Version.get()).build(findings);
    return new Result(reading, report, code(diagnoses, reading.known()));
  }

  /** R1 is the newest; runs that tell nothing have no id. */
  private static Map<Integer, String> ids(List<Run> runs) {
    Map<Integer, String> ids = new HashMap<>();
    for (int i = runs.size() - 1; i >= 0 && ids.size() < SHOWN; i--) {
      boolean tells =
          runs.get(i).outcome() != RunOutcome.INCOMPLETE
              || runs.get(i).diary().clientVersion() != null;
      if (tells || runs.size() == 1) {
        ids.put(i, "R" + (ids.size() + 1));
      }
    }
    return ids;
  }

  /** The exit code of some diagnoses; without one it tells whether anything was known. */
  static ExitCode code(List<Diagnosis> diagnoses, boolean known) {
    if (!diagnoses.isEmpty()) {
      boolean sure =
          diagnoses.stream().anyMatch(d -> d.cause().verdict().compareTo(VerdictWord.LIKELY) <= 0);
      return sure ? ExitCode.CAUSE_FOUND : ExitCode.CAUSE_UNSURE;
    }
    return known ? ExitCode.OK : ExitCode.NOTHING_READ;
  }

  /** A sentence for what was not looked at. */
  static Report.NotChecked notChecked(String what, String why) {
    return new Report.NotChecked(Text.prose(what), Text.prose(why));
  }
}
