package certbotdoctor.cli;

import certbotdoctor.report.Report;
import certbotdoctor.rules.CausePage;
import certbotdoctor.rules.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The rule base: list it, check it, run its samples. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = {
      "List the rule base, or check rules of your own.",
      "",
      "  list    ids and titles of all causes",
      "  lint    faults of the files in DIR, with line and column",
      "  test    run the samples that the rules in DIR name in 'tests'",
      "  matrix  causes against samples: what was expected and what was found",
      "",
      "DIR holds causes, messages, providers, notices; samples are in DIR/samples or beside DIR."
    })
final class RulesCommand implements Callable<Integer> {
  private final Streams streams;
  private final Clock clock;

  /** What can be done. */
  enum Action {
    list,
    lint,
    test,
    matrix
  }

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "list|lint|test|matrix",
      description = "What to do.")
  private Action action = Action.list;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DIR",
      description = "A directory with causes, messages, providers, notices.")
  private @Nullable Path directory;

  RulesCommand(Streams streams, Clock clock) {
    this.streams = streams;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    try {
      RuleBase base = RuleBase.load(directory == null ? List.of() : List.of(directory));
      return switch (action) {
        case list -> list(base);
        case lint -> lint(base);
        case test -> test(base);
        case matrix -> matrix(base);
      };
    } catch (RuleBase.FaultyRules e) {
      streams.err().println(e.getMessage());
      return ExitCode.USAGE.code();
    }
  }

  private int list(RuleBase base) {
    for (Rule rule : base.rules().rules()) {
      streams.out().printf("%-40s %s%n", rule.id(), CausePage.title(rule));
    }
    return ExitCode.OK.code();
  }

  private int lint(RuleBase base) {
    streams
        .out()
        .printf(
            "%d causes, %d providers, %d notices, %d messages: no fault%n",
            base.rules().rules().size(),
            base.rules().providers().size(),
            base.rules().notices().size(),
            base.catalog().entries().size());
    return ExitCode.OK.code();
  }

  private int test(RuleBase base) throws RuleBase.FaultyRules {
    RuleTests tests = new RuleTests(reports(base));
    Path causes = own().resolve("causes");
    List<Rule> rules =
        base.rules().rules().stream()
            .filter(rule -> Files.isRegularFile(causes.resolve(rule.id() + ".yaml")))
            .toList();
    List<String> failures = rules.stream().flatMap(rule -> tests.failures(rule).stream()).toList();
    failures.forEach(streams.out()::println);
    long count = rules.stream().mapToLong(rule -> rule.tests().size()).sum();
    streams.out().printf("%d rules, %d tests, %d failures%n", rules.size(), count, failures.size());
    return failures.isEmpty() ? ExitCode.OK.code() : ExitCode.USAGE.code();
  }

  private int matrix(RuleBase base) throws RuleBase.FaultyRules {
    List<String> causes = base.rules().rules().stream().map(Rule::id).toList();
    CauseMatrix matrix = new CauseMatrix(causes, reports(base));
    matrix.print(streams.out());
    return matrix.clean() ? ExitCode.OK.code() : ExitCode.USAGE.code();
  }

  private Map<SampleCase, Report> reports(RuleBase base) throws RuleBase.FaultyRules {
    return new SampleRuns(base, clock).of(samples());
  }

  private Path own() throws RuleBase.FaultyRules {
    if (directory == null) {
      throw new RuleBase.FaultyRules("certbot-doctor: rules " + action + " needs a directory.");
    }
    return directory;
  }

  private Path samples() throws RuleBase.FaultyRules {
    Path inside = own().resolve("samples");
    return Files.isDirectory(inside)
        ? inside
        : own().toAbsolutePath().normalize().resolveSibling("samples");
  }
}
