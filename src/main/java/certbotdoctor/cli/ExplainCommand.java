package certbotdoctor.cli;

import certbotdoctor.rules.CausePage;
import certbotdoctor.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The page of one root cause. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Print the page of one root cause.")
final class ExplainCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(
      paramLabel = "CAUSE",
      arity = "0..1",
      description = "Id of a root cause, for example txt-stale-record. Without it: all ids.")
  private @Nullable String cause;

  ExplainCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws RuleBase.FaultyRules {
    RuleBase base = RuleBase.load(List.of());
    if (cause == null) {
      base.rules().rules().forEach(rule -> streams.out().println(rule.id()));
      return ExitCode.OK.code();
    }
    Optional<Rule> rule = base.rules().rule(cause);
    if (rule.isEmpty()) {
      streams
          .err()
          .println(
              "certbot-doctor: there is no cause '"
                  + cause
                  + "'; 'certbot-doctor explain' lists them.");
      return ExitCode.USAGE.code();
    }
    streams.out().print(CausePage.markdown(rule.get()));
    return ExitCode.OK.code();
  }
}
