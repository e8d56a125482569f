package certbotdoctor.cli;

import certbotdoctor.capture.Capture;
import certbotdoctor.capture.Captured;
import certbotdoctor.capture.Child;
import certbotdoctor.capture.Signals;
import certbotdoctor.capture.WrappedCommand;
import certbotdoctor.config.LocalConfig;
import certbotdoctor.event.EventReader;
import certbotdoctor.log.LogFollower;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a command, and sees what the CA sees. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "certbot-doctor run [OPTIONS] -- COMMAND...%n",
    description = {
      "Run a certbot command as it is, ask every name server while the challenge is up, then"
          + " analyse.",
      "",
      "The command has the terminal, the input and the output to itself; the report goes to the",
      "files of -o, else to standard error. The exit code is the command's own.",
      ""
    })
final class RunCommand implements Callable<Integer> {
  /** Exit codes of a shell for signals that no person types. */
  private static final Map<Integer, String> FATAL =
      Map.of(
          129, "HUP",
          134, "ABRT",
          137, "KILL (which the kernel sends, too, where memory runs out)",
          139, "SEGV",
          143, "TERM");

  private final Streams streams;
  private final Clock clock;
  private final Map<String, String> environment;

  @Spec private @Nullable CommandSpec spec;

  private final OutputOptions output = new OutputOptions();
  private final LiveOptions live = new LiveOptions();

  @Mixin final CommandSpec outputModel = output.model();

  @Mixin final CommandSpec liveModel = live.model();

  @Option(names = "--offline", description = "Do not ask DNS; only run and analyse.")
  private boolean offline;

  @Option(
      names = "--logs-dir",
      paramLabel = "DIR",
      description =
          "Where the command writes letsencrypt.log. Default: --logs-dir of the command, else of"
              + " its cli.ini, else /var/log/letsencrypt.")
  private @Nullable Path logs;

  @Option(
      names = "--config-dir",
      paramLabel = "DIR",
      description = "certbot's configuration, read only. Default: as for --logs-dir.")
  private @Nullable Path config;

  @Option(
      names = "--settle",
      paramLabel = "DURATION",
      description =
          "After a failure, how long to wait for name servers that lagged, to measure them."
              + " Default: 60s.")
  private String settle = "60s";

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "More rules, messages and providers. Repeatable.")
  private List<Path> rules = List.of();

  @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "The command, as given.")
  private List<String> words = List.of();

  private volatile boolean interrupted;
  private volatile @Nullable String pending;

  /** Whether the command is being started, so that the terminal may reach it already. */
  private volatile boolean starting;

  private volatile @Nullable Child child;
  private volatile @Nullable Capture watching;
  private volatile @Nullable Integer code;

  RunCommand(Streams streams, Clock clock, Map<String, String> environment) {
    this.streams = streams;
    this.clock = clock;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() {
    CommandSpec known = spec();
    output.check(known);
    live.check(known);
    Duration most = OptionValues.duration(settle, "--settle", known);
    WrappedCommand command = new WrappedCommand(words);
    Path directory = logs == null ? command.logsDirectory(environment) : logs;
    try {
      RuleBase base = RuleBase.load(rules);
      RunAnalysis after = new RunAnalysis(directory, clock.instant());
      Path files = config == null ? command.configDirectory(environment) : config;
      Analysis analysis = after.analysis(base, clock, LocalConfig.read(files));
      Signals taken = new Signals(this::signal, "INT", "TERM", "HUP");
      try (taken;
          LogFollower follower = new LogFollower(directory.resolve("letsencrypt.log"));
          Capture capture = capture(command, follower, base, analysis)) {
        return followed(capture, command, most, analysis, after);
      }
    } catch (RuleBase.FaultyRules e) {
      complain(String.valueOf(e.getMessage()));
      return ExitCode.USAGE.code();
    } catch (Child.NotStartedException e) {
      complain(String.valueOf(e.getMessage()));
      return e.code();
    }
  }

  private Capture capture(
      WrappedCommand command, LogFollower follower, RuleBase base, Analysis analysis) {
    return new Capture(
        command,
        follower,
        new EventReader(base.catalog()),
        analysis.keys(),
        offline ? null : live.panel(clock),
        name -> live.resolverNamed() || !LiveChecks.reserved(name),
        clock);
  }

  private int followed(
      Capture capture, WrappedCommand command, Duration most, Analysis analysis, RunAnalysis after)
      throws Child.NotStartedException {
    watching = capture;
    starting = true;
    Child started = Child.start(words);
    child = started;
    String early = pending;
    if (early != null) {
      started.signal(early);
    }
    capture.start();
    int result = started.await();
    code = result;
    signalled(result);
    if (interrupted) {
      capture.hurry();
    }
    List<Captured> captured = capture.finish(most, this::waitsForServers);
    report(analysis, after, command, captured);
    return result;
  }

  /** Says that a signal ended the command: nothing else might tell. */
  private void signalled(int result) {
    String signal = interrupted ? null : FATAL.get(result);
    if (signal != null) {
      complain(
          "the command ended with "
              + result
              + ": it was stopped by signal "
              + signal
              + ", before it could finish or clean up.");
    }
  }

  private void report(
      Analysis analysis, RunAnalysis after, WrappedCommand command, List<Captured> captured) {
    boolean asks = !offline && !interrupted;
    StatusLine status = new StatusLine(streams);
    LiveChecks checks =
        asks ? new LiveChecks(live.open(clock, status::show), live.resolverNamed()) : null;
    try {
      RunAnalysis.Result result = after.diagnose(analysis, command, captured, checks);
      status.clear();
      result.complaints().forEach(this::complain);
      if (result.report() != null) {
        // a report that cannot be written is told; the exit code stays the command's own
        int unused = output.write(result.report(), streams, true);
      }
    } finally {
      status.clear();
    }
  }

  private void waitsForServers(String names) {
    complain(
        "waiting for name servers that lagged ("
            + names
            + "), up to "
            + settle
            + ", to measure them; Ctrl-C ends that.");
  }

  /**
   * A signal while the command runs is the command's. Afterwards the first one ends all that asks
   * DNS, and the second one the report. What the terminal sends, it sends to the command as well.
   */
  private void signal(String name) {
    boolean again = interrupted;
    interrupted = true;
    Integer ended = code;
    Child runs = child;
    Capture watches = watching;
    if (ended != null && watches != null) {
      if (again) {
        Runtime.getRuntime().halt(ended);
      }
      watches.hurry();
    } else if (starting && name.equals("INT") && Terminal.foreground()) {
      return;
    } else if (runs == null) {
      pending = name;
    } else {
      runs.signal(name);
    }
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("not run by picocli");
    }
    return spec;
  }

  private void complain(String sentence) {
    streams.err().println("certbot-doctor: " + sentence);
  }
}
