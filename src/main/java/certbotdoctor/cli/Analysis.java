package certbotdoctor.cli;

import certbotdoctor.capture.Captured;
import certbotdoctor.capture.CapturedProbes;
import certbotdoctor.catalog.Catalog;
import certbotdoctor.config.LocalAccount;
import certbotdoctor.config.LocalConfig;
import certbotdoctor.core.SymptomCode;
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
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.Run;
import certbotdoctor.run.RunOutcome;
import certbotdoctor.run.SymptomCounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The whole way from inputs to a report. */
final class Analysis {
  /** Runs shown in a report; older ones are only counted. */
  private static final int SHOWN = 50;

  private final Catalog catalog;
  private final RuleSet rules;
  private final Freshness freshness;
  private final AccountKeys keys = new AccountKeys();
  private final @Nullable LocalConfig config;

  Analysis(Catalog catalog, RuleSet rules, Freshness freshness) {
    this(catalog, rules, freshness, null);
  }

  /** With certbot's configuration, whose account keys tell the values that the CA expects. */
  Analysis(Catalog catalog, RuleSet rules, Freshness freshness, @Nullable LocalConfig config) {
    this.catalog = catalog;
    this.rules = rules;
    this.freshness = freshness;
    this.config = config;
    if (config != null) {
      for (LocalAccount account : config.accounts()) {
        if (account.url() != null && account.key() != null) {
          keys.add(account.url(), account.key());
        }
      }
    }
  }

  AccountKeys keys() {
    return keys;
  }

  /** A report and what the exit code follows from. */
  record Result(Reading reading, Report report, ExitCode code) {}

  /** Reads inputs of which the newest run of each certificate is to be reported. */
  Reading read(List<LogInput> inputs) {
    return read(inputs, false, words -> {});
  }

  /** Reads inputs; of each certificate every failed run is to be reported, or only the newest. */
  Reading read(List<LogInput> inputs, boolean everyFailure, Consumer<String> status) {
    ReadingProgress progress = new ReadingProgress(status);
    return new InputReader(new EventReader(catalog), keys, everyFailure, progress).read(inputs);
  }

  Result diagnose(
      Reading reading,
      Selection selection,
      ProbeRunner live,
      Supplier<List<Report.NotChecked>> notChecked) {
    return diagnose(reading, selection, List.of(), live, notChecked);
  }

  /**
   * Diagnoses with what was seen while the challenges were up.
   *
   * @param captured what was seen; empty without a capture
   */
  Result diagnose(
      Reading reading,
      Selection selection,
      List<Captured> captured,
      ProbeRunner live,
      Supplier<List<Report.NotChecked>> notChecked) {
    ProbeRunner probes = new CapturedProbes(captured, live);
    History history = new History(selection.of(reading.runs()));
    Map<Integer, String> ids = ids(history.runs());
    Diagnostician diagnostician = new Diagnostician(rules, probes, freshness, config);
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
            diagnostician.results().values().stream().allMatch(one -> one.trace().isEmpty())
                ? List.of()
                : diagnoses.stream()
                    .flatMap(d -> d.subjects().stream())
                    .filter(diagnostician::wasAsked)
                    .toList(),
            notChecked(reading, diagnostician.notAsked(), notChecked.get()),
            freshness.now());
    Report report = new ReportBuilder(Version.get()).build(findings);
    return new Result(reading, report, code(diagnoses, reading.known()));
  }

  /** What was not looked at, and of which runs only a summary is left. */
  private static List<Report.NotChecked> notChecked(
      Reading reading, int notAsked, List<Report.NotChecked> others) {
    List<Report.NotChecked> all = new ArrayList<>(others);
    if (notAsked > 0) {
      all.add(
          notChecked(
              counted(notAsked, "failure") + " live",
              "too many to check; live checks were made for the others"));
    }
    if (reading.summarised() > 0) {
      all.add(
          notChecked(
              counted(reading.summarised(), "older run"),
              "summarised, so that memory does not grow with the log; pass fewer files to see"
                  + " them whole"));
    }
    if (reading.unreported() > 0) {
      all.add(
          notChecked(
              counted(reading.unreported(), "failed run"),
              "among those summarised, failures of certificates that no newer run made up for;"
                  + " the newest failures are reported first"
                  + failed(reading.left().names())));
    }
    SymptomCounts beyond = beyond(reading.runs());
    if (beyond.total() > 0) {
      all.add(
          notChecked(
              counted(beyond.total(), "further failed name"),
              "one run tells of more names than are looked at one by one" + failed(beyond)));
    }
    if (reading.left().cutBytes() > 0) {
      all.add(
          notChecked(
              counted(reading.left().cutBytes(), "byte"),
              "of "
                  + counted(reading.left().cutRecords(), "record")
                  + " so long that only the beginning was read"));
    }
    return all;
  }

  /** The failed names that are only counted. */
  private static SymptomCounts beyond(List<Run> runs) {
    SymptomCounts beyond = SymptomCounts.NONE;
    for (Run run : runs) {
      for (CertificateRun certificate : run.certificates()) {
        beyond = beyond.plus(certificate.beyond());
      }
    }
    return beyond;
  }

  /** How names failed that are only counted; nothing where that is not known. */
  private static String failed(SymptomCounts names) {
    StringBuilder words = new StringBuilder();
    for (Map.Entry<SymptomCode, Long> one : names.names().entrySet()) {
      words.append(words.length() == 0 ? "; they failed with " : ", ");
      words.append(one.getKey().id());
      words.append(String.format(Locale.ROOT, " (%,d)", one.getValue()));
    }
    return words.toString();
  }

  private static String counted(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
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
