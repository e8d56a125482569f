package certbotdoctor.cli;

import certbotdoctor.diagnose.Freshness;
import certbotdoctor.log.InputException;
import certbotdoctor.log.LogInput;
import certbotdoctor.log.LogInputs;
import certbotdoctor.probe.ProbeRunner;
import certbotdoctor.report.InputSummary;
import certbotdoctor.report.Report;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** The main job: inputs in, a report out. */
final class AnalyseCommand implements Callable<Integer> {
  private static final Path DEFAULT = Path.of("/var/log/letsencrypt");

  private final Streams streams;
  private final Clock clock;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private final PositionalParamSpec path =
      PositionalParamSpec.builder()
          .type(List.class)
          .auxiliaryTypes(String.class)
          .arity("0..1")
          .paramLabel("PATH")
          .description(
              "A log file (plain, gzip, xz), captured output, '-' for standard input, or a directory"
                  + " with all rotations. Without PATH: piped standard input; on a terminal"
                  + " /var/log/letsencrypt.")
          .build();

  private final OutputOptions output = new OutputOptions();

  private final OptionSpec tee =
      Options.flag(
          "Copy piped standard input to standard output unchanged; the report goes to standard error, unless -o is given.",
          "--tee");

  private final OptionSpec offline = Options.flag("No network at all.", "--offline");
  private final OptionSpec always = Options.flag("Check live in any case.", "--live");
  private final LiveOptions live = new LiveOptions();
  private final ConfigOption config = new ConfigOption();

  private final OptionSpec since =
      Options.value(
          String.class,
          "TIME",
          "Only runs since this local time, e.g. 2026-01-31 or 2026-01-31T12:00.",
          "--since");

  private final OptionSpec all =
      Options.flag("Every run, not only the newest of each certificate.", "--all");

  private final OptionSpec certificate =
      Options.value(String.class, "NAME", "Only this certificate.", "--cert-name");

  private final OptionSpec domain =
      Options.value(String.class, "NAME", "Only certificates with this name.", "--domain");

  private final OptionSpec rules =
      Options.values(
          Path.class,
          "DIR",
          "More rules, messages and providers; an entry with a known id replaces it. Repeatable.",
          "--rules");

  AnalyseCommand(Streams streams, Clock clock) {
    this.streams = streams;
    this.clock = clock;
    describe();
    spec.addMixin("output", output.model());
    spec.addOption(tee);
    spec.addArgGroup(ArgGroupSpec.builder().addArg(offline).addArg(always).build());
    spec.addMixin("live", live.model());
    spec.addMixin("config", config.model());
    spec.addMixin("selection", Options.model(since, all, certificate, domain, rules));
    spec.addPositional(path);
    spec.addMixin("help", Options.help());
  }

  /** The command, for picocli. */
  CommandSpec model() {
    return spec;
  }

  private void describe() {
    spec.name("certbot-doctor").versionProvider(new Version());
    spec.usageMessage()
        .sortOptions(false)
        .autoWidth(true)
        .synopsisHeading("%nUsage: ")
        .description(
            "Reads what certbot and the CA said about a failed certificate, and tells why and what to do.",
            "")
        .footer(
            "",
            "Examples:",
            "  certbot renew 2>&1 | certbot-doctor",
            "  certbot-doctor /var/log/letsencrypt",
            "  certbot-doctor -o incident.html /var/log/letsencrypt",
            "",
            "Exit codes: 0 nothing failed, 3 a cause is confirmed or likely, 4 causes are only possible,",
            "5 nothing could be analysed, 2 wrong usage, 6 a report could not be written, 1 internal error.");
  }

  @Override
  public Integer call() {
    Selection selection = selection();
    output.check(spec);
    live.check(spec);
    try {
      Inputs inputs = inputs();
      if (inputs.list.isEmpty() && !inputs.complaints.isEmpty()) {
        inputs.complaints.forEach(this::complain);
        return ExitCode.NOTHING_READ.code();
      }
      RuleBase base = RuleBase.load(Options.paths(rules));
      Freshness freshness = new Freshness(clock.instant(), ZoneId.systemDefault());
      Analysis analysis = new Analysis(base.catalog(), base.rules(), freshness, config.read(spec));
      StatusLine status = new StatusLine(streams);
      Reading reading = analysis.read(inputs.list, Options.isGiven(all), status::show);
      status.clear();
      inputs.complaints.forEach(this::complain);
      reading.complaints().forEach(this::complain);
      return report(analysis, reading, selection);
    } catch (RuleBase.FaultyRules e) {
      complain(String.valueOf(e.getMessage()));
      return ExitCode.USAGE.code();
    }
  }

  private int report(Analysis analysis, Reading reading, Selection selection) {
    long bytes = 0;
    for (InputSummary input : reading.inputs()) {
      bytes += input.bytes();
    }
    boolean quietStdin = bytes == 0 && readsStdin() && reading.complaints().isEmpty();
    if (!quietStdin && !reading.known()) {
      if (reading.complaints().isEmpty()) {
        complain(nothingKnown(reading, bytes));
      }
      return ExitCode.NOTHING_READ.code();
    }
    Optional<String> missed = quietStdin ? Optional.empty() : selection.missed(reading.runs());
    if (missed.isPresent()) {
      complain(missed.get());
      return ExitCode.NOTHING_READ.code();
    }
    Analysis.Result result = diagnosed(analysis, reading, selection);
    int written = output.write(result.report(), streams, Options.isGiven(tee));
    return written != 0 ? written : quietStdin ? ExitCode.OK.code() : result.code().code();
  }

  private Analysis.Result diagnosed(Analysis analysis, Reading reading, Selection selection) {
    String why = whyNotLive(reading);
    List<Report.NotChecked> notChecked = new ArrayList<>(config.notChecked(spec, reading));
    if (why != null) {
      notChecked.add(Analysis.notChecked("DNS as it is now", why));
      return analysis.diagnose(reading, selection, ProbeRunner.NOBODY, () -> notChecked);
    }
    StatusLine status = new StatusLine(streams);
    LiveChecks checks =
        new LiveChecks(live.open(clock, status::show), live.resolverNamed(), isOwn(reading));
    try {
      return analysis.diagnose(
          reading,
          selection,
          checks,
          () -> {
            notChecked.addAll(checks.notChecked());
            return notChecked;
          });
    } finally {
      status.clear();
    }
  }

  /** Why the network is not asked; null where it is. */
  private @Nullable String whyNotLive(Reading reading) {
    if (Options.isGiven(offline)) {
      return "--offline was given";
    }
    return isOwn(reading) || Options.isGiven(always) ? null : "not checked live; add --live";
  }

  /**
   * Whether the failure is this user's own: piped, from the host's log, or known to certbot here.
   */
  private boolean isOwn(Reading reading) {
    return readsStdin()
        || paths().isEmpty()
        || paths().stream().allMatch(AnalyseCommand::ofThisHost)
        || config.owns(reading);
  }

  /** Whether a path is in this host's own log directory. */
  private static boolean ofThisHost(String path) {
    return Path.of(path).toAbsolutePath().normalize().startsWith(DEFAULT);
  }

  private static String nothingKnown(Reading reading, long bytes) {
    String name = reading.inputs().size() == 1 ? reading.inputs().get(0).source() : "the input";
    return bytes == 0
        ? name + " is empty; there is nothing to analyse."
        : name + " holds nothing that certbot, another ACME client or a CA would have written.";
  }

  private Selection selection() {
    LocalDateTime from = null;
    String first = Options.text(since);
    if (first != null) {
      try {
        from =
            LocalDateTime.parse(first.length() == 10 ? first + "T00:00" : first.replace(' ', 'T'));
      } catch (DateTimeParseException e) {
        throw new ParameterException(
            spec.commandLine(),
            "--since takes a time such as 2026-01-31 or 2026-01-31T12:00, not '" + first + "'.");
      }
    }
    return new Selection(
        from, Options.text(certificate), Options.text(domain), Options.isGiven(all));
  }

  private List<String> paths() {
    return Options.texts(path);
  }

  /** Inputs to read, and a sentence for each path that is none. */
  private record Inputs(List<LogInput> list, List<String> complaints) {}

  private boolean readsStdin() {
    List<String> paths = paths();
    return paths.contains("-") || (paths.isEmpty() && !streams.inTerminal());
  }

  private Inputs inputs() {
    List<LogInput> list = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    List<String> paths = paths();
    List<String> wanted =
        paths.isEmpty() ? List.of(readsStdin() ? "-" : DEFAULT.toString()) : paths;
    if (paths.isEmpty() && !readsStdin()) {
      streams
          .err()
          .println("certbot-doctor: reading " + DEFAULT + " (name a PATH to read another)");
    }
    for (String path : wanted) {
      if (path.equals("-")) {
        list.add(LogInput.stream("standard input", stdin()));
        continue;
      }
      try {
        list.addAll(LogInputs.of(Path.of(path)));
      } catch (InputException e) {
        complaints.add(String.valueOf(e.getMessage()));
      }
    }
    // a single directory is in order already
    return new Inputs(wanted.size() > 1 ? LogInputs.byTime(list) : list, complaints);
  }

  private InputStream stdin() {
    return Options.isGiven(tee) ? new TeeInputStream(streams.in(), streams.out()) : streams.in();
  }

  private void complain(String sentence) {
    streams.err().println("certbot-doctor: " + sentence);
  }
}
