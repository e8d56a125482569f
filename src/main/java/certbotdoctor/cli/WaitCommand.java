package certbotdoctor.cli;

import certbotdoctor.acme.DnsChallengeName;
import certbotdoctor.capture.RecordWait;
import certbotdoctor.capture.Signals;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Waits in a hook until the record is everywhere. */
@Command(
    name = "wait",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Wait until every authoritative server serves a TXT value; for hooks.",
      "",
      "As the last line of any script for --manual-auth-hook:",
      "  certbot-doctor wait --from-certbot-env",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 every server that answers has the value, 3 timed out, 2 wrong usage,",
      "130 interrupted."
    })
final class WaitCommand implements Callable<Integer> {
  private final Streams streams;
  private final Clock clock;
  private final Map<String, String> environment;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "Name of the TXT record, for example _acme-challenge.example.org.")
  private @Nullable String name;

  @Option(
      names = "--expect",
      paramLabel = "VALUE",
      description = "The value; repeatable, then all must be there.")
  private List<String> expected = List.of();

  @Option(
      names = "--from-certbot-env",
      description = "Name and value from CERTBOT_DOMAIN and CERTBOT_VALIDATION.")
  private boolean fromEnvironment;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description = "How long to wait at most, e.g. 90s or 10m. Default: 5m.")
  private String timeout = "5m";

  @Option(
      names = "--resolver",
      paramLabel = "ADDR[:PORT]",
      description = "Recursive resolver for delegation lookups; repeatable. Default: the system's.")
  private List<String> resolvers = List.of();

  @Option(
      names = "--also-resolver",
      paramLabel = "ADDR[:PORT]",
      description =
          "A recursive resolver that must have the value as well; asked last, so that it does not"
              + " remember that there was nothing. Repeatable.")
  private List<String> alsoResolvers = List.of();

  WaitCommand(Streams streams, Clock clock, Map<String, String> environment) {
    this.streams = streams;
    this.clock = clock;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() {
    Set<String> values = values();
    String wanted = wanted();
    CommandSpec known = spec();
    List<InetSocketAddress> named = OptionValues.addresses(resolvers, "--resolver", known);
    List<InetSocketAddress> also = OptionValues.addresses(alsoResolvers, "--also-resolver", known);
    Duration most = OptionValues.duration(timeout, "--timeout", known);
    if (named.isEmpty() && LiveChecks.reserved(wanted)) {
      throw usage(wanted + " is below a reserved name; it is asked only with --resolver.");
    }
    WaitProgress progress = new WaitProgress(streams, values);
    RecordWait waiting =
        new RecordWait(
            Panels.open(named, also, clock),
            also.stream().map(NameServer::resolver).toList(),
            progress::show);
    Thread waits = Thread.currentThread();
    Signals taken = new Signals(signal -> waits.interrupt(), "INT");
    try (taken) {
      RecordWait.Progress end = waiting.await(wanted, values, most);
      progress.end(wanted, end);
      return end.done() ? ExitCode.OK.code() : ExitCode.CAUSE_FOUND.code();
    } catch (InterruptedException e) {
      progress.interrupted();
      return ExitCode.INTERRUPTED.code();
    }
  }

  private Set<String> values() {
    if (fromEnvironment && (name != null || !expected.isEmpty())) {
      throw usage("--from-certbot-env takes NAME and --expect from the environment.");
    }
    List<String> all = fromEnvironment ? List.of(variable("CERTBOT_VALIDATION")) : expected;
    if (all.isEmpty() || all.contains("")) {
      throw usage("Missing the value: give --expect VALUE, or --from-certbot-env in a hook.");
    }
    return Set.copyOf(all);
  }

  private String wanted() {
    if (fromEnvironment) {
      return DnsChallengeName.of(variable("CERTBOT_DOMAIN")).value();
    }
    if (name == null || name.isBlank()) {
      throw usage("Missing NAME, the name of the TXT record.");
    }
    return name;
  }

  private String variable(String variable) {
    String value = environment.get(variable);
    if (value == null || value.isBlank()) {
      throw usage(variable + " is not set; certbot sets it for --manual-auth-hook.");
    }
    return value;
  }

  private ParameterException usage(String words) {
    return new ParameterException(spec().commandLine(), words);
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("not run by picocli");
    }
    return spec;
  }
}
