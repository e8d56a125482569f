package certbotdoctor.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * Writes manual pages and shell completion from the commands, when the program is packaged; so they
 * cannot fall behind. Debian wants manual pages and changes packed: those are written beside.
 */
public final class Manual {
  private static final String PROGRAM = "certbot-doctor";

  private Manual() {}

  /**
   * Writes everything.
   *
   * @param arguments the directory to write to, the version, and further files to pack: manual
   *     pages and the list of changes
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    for (Map.Entry<String, String> file : files(arguments[1]).entrySet()) {
      byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
      write(target.resolve(file.getKey()), content);
      if (file.getKey().startsWith("man1/")) {
        pack(target, file.getKey(), content);
      }
    }
    for (int i = 2; i < arguments.length; i++) {
      Path file = Path.of(arguments[i]);
      String place = arguments[i].endsWith(".1") ? "man1/" : "";
      pack(target, place + file.getFileName(), Files.readAllBytes(file));
    }
  }

  /** Packed as tightly as can be, and told so by the header's eighth byte (RFC 1952, 2.3.1). */
  private static void pack(Path target, String name, byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new Tight(packed)) {
      gzip.write(content);
    }
    byte[] bytes = packed.toByteArray();
    bytes[8] = 2;
    write(target.resolve("packed").resolve(name + ".gz"), bytes);
  }

  private static final class Tight extends GZIPOutputStream {
    Tight(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }

  private static void write(Path path, byte[] content) throws IOException {
    Files.createDirectories(path.getParent());
    Files.write(path, content);
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
    // a file that is read, not run, names no interpreter
    files.put("bash/" + PROGRAM, AutoComplete.bash(PROGRAM, root).replaceFirst("^#!.*\n", ""));
    files.put("zsh/_" + PROGRAM, ZshCompletion.of(root));
    return files;
  }

  private static CommandLine commandLine() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Streams streams =
        new Streams(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false, false, false);
    Clock clock = Clock.systemUTC();
    CommandLine root = new CommandLine(new AnalyseCommand(streams, clock).model());
    new Subcommands(streams, clock).addAllTo(root);
    return root;
  }
}
