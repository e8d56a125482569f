package certbotdoctor.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
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

  @Parameters(paramLabel = "bash|zsh", description = "The shell; the script serves both.")
  private String shell = "bash";

  CompletionCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (spec == null || (!shell.equals("bash") && !shell.equals("zsh"))) {
      streams.err().println("certbot-doctor: completion takes bash or zsh, not '" + shell + "'.");
      return ExitCode.USAGE.code();
    }
    streams.out().print(AutoComplete.bash("certbot-doctor", spec.root().commandLine()));
    return ExitCode.OK.code();
  }
}
