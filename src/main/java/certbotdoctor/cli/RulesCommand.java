package certbotdoctor.cli;

import certbotdoctor.rules.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The rule base: list it, check it. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = "List the rule base, or check rules of your own: rules list|lint [DIR].")
final class RulesCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(index = "0", paramLabel = "list|lint", description = "What to do.")
  private String action = "list";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DIR",
      description = "A directory with causes, messages, providers, notices.")
  private @Nullable Path directory;

  RulesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (!action.equals("list") && !action.equals("lint")) {
      streams.err().println("certbot-doctor: rules takes list or lint, not '" + action + "'.");
      return ExitCode.USAGE.code();
    }
    try {
      RuleBase base = RuleBase.load(directory == null ? List.of() : List.of(directory));
      if (action.equals("list")) {
        for (Rule rule : base.rules().rules()) {
          streams.out().printf("%-40s %s%n", rule.id(), rule.title());
        }
      } else {
        streams
            .out()
            .printf(
                "%d causes, %d providers, %d notices, %d messages: no fault%n",
                base.rules().rules().size(),
                base.rules().providers().size(),
                base.rules().notices().size(),
                base.catalog().entries().size());
      }
      return ExitCode.OK.code();
    } catch (RuleBase.FaultyRules e) {
      streams.err().println(e.getMessage());
      return ExitCode.USAGE.code();
    }
  }
}
