package certbotdoctor.cli;

import certbotdoctor.core.Slots;
import certbotdoctor.diagnose.Freshness;
import certbotdoctor.probe.ProbeRunner;
import certbotdoctor.report.Findings;
import certbotdoctor.report.Report;
import certbotdoctor.report.ReportBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The live checks alone, for names of which no log is at hand. */
@Command(
    name = "probe",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Check the DNS of names live, without a log.")
final class ProbeCommand implements Callable<Integer> {
  private final Streams streams;
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "Domain names; *.NAME checks a wildcard.")
  private List<String> names = List.of();

  @Option(
      names = "--expect",
      paramLabel = "VALUE",
      description = "The TXT value that should be at the challenge name.")
  private @Nullable String expected;

  @Option(
      names = "--account",
      paramLabel = "URL",
      description = "The ACME account's URL; CAA records may allow only some accounts.")
  private @Nullable String account;

  @Option(
      names = "--ca",
      paramLabel = "NAME",
      description = "The CA as CAA records name it. Default: letsencrypt.org.")
  private @Nullable String ca;

  @Option(
      names = "--replay",
      paramLabel = "REPORT.json",
      description = "Repeat the checks of a JSON report from its recorded answers; asks nobody.")
  private @Nullable Path replay;

  private final OutputOptions output = new OutputOptions();
  private final LiveOptions live = new LiveOptions();

  @Mixin final CommandSpec outputModel = output.model();

  @Mixin final CommandSpec liveModel = live.model();

  ProbeCommand(Streams streams, Clock clock) {
    this.streams = streams;
    this.clock = clock;
  }

  @Override
  public Integer call() throws RuleBase.FaultyRules {
    CommandSpec known = known();
    output.check(known);
    live.check(known);
    if (names.isEmpty() && replay == null) {
      throw new ParameterException(
          known.commandLine(), "Name at least one domain, or --replay a report.");
    }
    try {
      Replay recorded = replay == null ? null : Replay.read(replay);
      return survey(wanted(recorded), recorded == null ? clock : recorded.clock(), recorded);
    } catch (IOException e) {
      streams.err().println("certbot-doctor: " + replay + " is no JSON report of this program.");
      return ExitCode.NOTHING_READ.code();
    }
  }

  /** What to check: the names given, else those of the report; the value given goes before its. */
  private List<Report.Checked> wanted(@Nullable Replay recorded) {
    List<Report.Checked> known = recorded == null ? List.of() : recorded.checked();
    if (!names.isEmpty()) {
      return names.stream()
          .map(name -> new Report.Checked(name, values(name, known), null))
          .toList();
    }
    return known.stream()
        .map(one -> new Report.Checked(one.name(), values(one.name(), known), null))
        .toList();
  }

  private List<String> values(String name, List<Report.Checked> known) {
    if (expected != null) {
      return List.of(expected);
    }
    return known.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(Report.Checked::expectedTxt)
        .orElse(List.of());
  }

  private int survey(List<Report.Checked> wanted, Clock time, @Nullable Replay recorded)
      throws RuleBase.FaultyRules {
    RuleBase base = RuleBase.load(List.of());
    Freshness freshness = new Freshness(time.instant(), ZoneId.of("UTC"));
    StatusLine status = new StatusLine(streams);
    ProbeRunner runner =
        recorded == null ? live.open(time, status::show) : live.replay(recorded, time);
    LiveChecks checks = new LiveChecks(runner, recorded != null || live.resolverNamed());
    Findings findings = new Survey(base.rules(), checks, freshness).of(wanted, given());
    status.clear();
    boolean answered = findings.isAnswered();
    if (!answered) {
      streams
          .err()
          .println("certbot-doctor: no name server answered; the report says what was tried.");
    }
    int written = output.write(new ReportBuilder(Version.get()).build(findings), streams, false);
    return written != 0 ? written : Analysis.code(findings.diagnoses(), answered).code();
  }

  private Slots given() {
    return Slots.NONE.with("account", account).with("ca", ca);
  }

  private CommandSpec known() {
    if (spec == null) {
      throw new IllegalStateException("not run by picocli");
    }
    return spec;
  }
}
