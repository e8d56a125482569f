package certbotdoctor.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shell completion. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Print shell completion for bash or zsh.")
final class CompletionCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "bash|zsh",
      completionCandidates = Candidates.Shells.class,
      description = "The shell; bash where none is given.")
  private String shell = "bash";

  CompletionCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (spec == null || !Candidates.SHELLS.contains(shell)) {
      streams.err().println("certbot-doctor: completion takes bash or zsh, not '" + shell + "'.");
      return ExitCode.USAGE.code();
    }
    CommandLine root = spec.root().commandLine();
    streams
        .out()
        .print(
            shell.equals("zsh")
                ? ZshCompletion.of(root)
                : AutoComplete.bash("certbot-doctor", root));
    return ExitCode.OK.code();
  }
}
