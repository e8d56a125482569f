package certbotdoctor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Installs the program from its archive, lets it build its class archive, and measures it against
 * its peers: {@code TARBALL FOLDER PAIRS MEGABYTES}. The folder is replaced.
 */
public final class Benchmarks {
  private Benchmarks() {}

  /** Installs, measures reading, and measures live checks. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[1]);
    command("rm", "-rf", folder.toString());
    Files.createDirectories(folder);
    command("tar", "-xzf", arguments[0], "--strip-components=1", "-C", folder.toString());
    Path launcher = folder.resolve("bin/certbot-doctor").toAbsolutePath();
    archive(launcher, folder.resolve("archive"));
    ReadingBenchmark.main(new String[] {launcher.toString(), arguments[2], arguments[3]});
    LiveChecksBenchmark.main(new String[] {});
  }

  private static void archive(Path launcher, Path archives)
      throws IOException, InterruptedException {
    Files.createDirectories(archives);
    ProcessBuilder build = new ProcessBuilder(launcher.toString());
    build.environment().put("CERTBOT_DOCTOR_BUILD_ARCHIVE", "1");
    // what the program says of its samples while it is trained is of no interest here
    build.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    build.redirectError(ProcessBuilder.Redirect.DISCARD);
    build.start().waitFor();
    try (Stream<Path> built = Files.list(archives)) {
      if (built.findAny().isEmpty()) {
        throw new IOException("no class archive was built in " + archives);
      }
    }
  }

  private static void command(String... words) throws IOException, InterruptedException {
    if (new ProcessBuilder(words).inheritIO().start().waitFor() != 0) {
      throw new IOException("failed: " + String.join(" ", List.of(words)));
    }
  }
}
