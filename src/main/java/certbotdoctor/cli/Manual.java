package certbotdoctor.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * Writes manual pages and shell completion from the commands, when the program is packaged; so they
 * cannot fall behind.
 */
public final class Manual {
  private static final String PROGRAM = "certbot-doctor";

  private Manual() {}

  /**
   * Writes everything.
   *
   * @param arguments the directory to write to, and the version
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    for (Map.Entry<String, String> file : files(arguments[1]).entrySet()) {
      Path path = target.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
    }
  }

  /** The files by their path: {@code man1/…}, {@code bash/certbot-doctor}, {@code zsh/…}. */
  static Map<String, String> files(String version) {
    CommandLine root = commandLine();
    Map<String, String> files = new TreeMap<>();
    files.put("man1/" + PROGRAM + ".1", ManPage.of(root, version));
    root.getSubcommands()
        .forEach(
            (name, command) ->
                files.put("man1/" + PROGRAM + "-" + name + ".1", ManPage.of(command, version)));
    String script = AutoComplete.bash(PROGRAM, root);
    files.put("bash/" + PROGRAM, script);
    files.put(
        "zsh/_" + PROGRAM,
        "#compdef " + PROGRAM + "\nautoload -U +X bashcompinit && bashcompinit\n" + script);
    return files;
  }

  private static CommandLine commandLine() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Streams streams =
        new Streams(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false, false, false);
    Clock clock = Clock.systemUTC();
    CommandLine root = new CommandLine(new AnalyseCommand(streams, clock));
    new Subcommands(streams, clock).addAllTo(root);
    return root;
  }
}
