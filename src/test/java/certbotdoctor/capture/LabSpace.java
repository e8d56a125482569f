package certbotdoctor.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A network of its own, which has nothing but loopback, mounts of its own, and the programs that
 * run in it.
 */
final class LabSpace implements AutoCloseable {
  private final Path directory;
  private final List<Process> processes = new ArrayList<>();
  private final Process space;

  /**
   * Makes the network.
   *
   * @param directory where the programs' output goes
   */
  LabSpace(Path directory) throws IOException, InterruptedException {
    this.directory = directory;
    space = new ProcessBuilder("unshare", "-nm", "sleep", "3600").start();
    processes.add(space);
    // until sleep has its network, this would set up that of the host, which has it already
    Path own = Path.of("/proc/self/ns/net");
    Path theirs = Path.of("/proc/" + space.pid() + "/ns/net");
    while (Files.readSymbolicLink(theirs).equals(Files.readSymbolicLink(own))) {
      Thread.sleep(20);
    }
    assertThat(builder(List.of("ip", "link", "set", "lo", "up")).start().waitFor()).isZero();
  }

  /** Whether all of some programs are there, and networks can be made. */
  static boolean possible(List<String> programs) {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin";
    boolean found =
        programs.stream()
            .allMatch(
                program ->
                    Stream.of(path.split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    try {
      return found && new ProcessBuilder("unshare", "-nm", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A program in this network; its output goes to a file, and it has no input. */
  ProcessBuilder builder(List<String> words) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("nsenter", "-n", "-m", "-t", Long.toString(space.pid())));
    all.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
    return builder
        .redirectErrorStream(true)
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("lab.log").toFile()));
  }

  /** Starts a program that runs until this network is closed. */
  void keep(ProcessBuilder builder) throws IOException {
    processes.add(builder.start());
  }

  /** Runs a script to its end, and gives its output. */
  String shell(String script) throws IOException, InterruptedException {
    ProcessBuilder builder = builder(List.of("sh", "-c", script));
    builder.redirectOutput(ProcessBuilder.Redirect.PIPE);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(script).isZero();
    return output;
  }

  @Override
  public void close() {
    for (int i = processes.size() - 1; i >= 0; i--) {
      processes.get(i).destroy();
    }
  }
}
