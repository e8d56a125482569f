package certbotdoctor.cli;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** The subcommands; their models are built only where the arguments can mean them. */
final class Subcommands {
  private static final List<String> NAMES =
      List.of("run", "wait", "explain", "rules", "inspect", "probe", "schema", "completion");

  /** Words that speak of all subcommands. */
  private static final List<String> OVERVIEW = List.of("-h", "--help", "completion");

  private final Streams streams;
  private final Clock clock;

  Subcommands(Streams streams, Clock clock) {
    this.streams = streams;
    this.clock = clock;
  }

  /** Adds the subcommands that the arguments name, all of them where help is asked for. */
  void addTo(CommandLine line, String... arguments) {
    List<String> given = Arrays.asList(arguments);
    boolean all = OVERVIEW.stream().anyMatch(given::contains);
    for (String name : NAMES) {
      if (all || given.contains(name)) {
        line.addSubcommand(commandLine(name));
      }
    }
  }

  /** Adds every subcommand. */
  void addAllTo(CommandLine line) {
    NAMES.forEach(name -> line.addSubcommand(commandLine(name)));
  }

  private CommandLine commandLine(String name) {
    CommandLine made = new CommandLine(command(name));
    if (name.equals("run")) {
      made.setStopAtPositional(true);
    }
    return made;
  }

  private Object command(String name) {
    return switch (name) {
      case "run" -> new RunCommand(streams, clock, System.getenv());
      case "wait" -> new WaitCommand(streams, clock, System.getenv());
      case "explain" -> new ExplainCommand(streams);
      case "rules" -> new RulesCommand(streams, clock);
      case "inspect" -> new InspectCommand(streams, clock);
      case "probe" -> new ProbeCommand(streams, clock);
      case "schema" -> new SchemaCommand(streams);
      case "completion" -> new CompletionCommand(streams);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
