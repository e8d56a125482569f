package certbotdoctor.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command on a terminal, as {@code script} of util-linux makes one, and a person who types. */
final class TerminalSession {
  /** The key combination that a terminal turns into SIGINT for all that runs in its foreground. */
  static final String CTRL_C = "\u0003";

  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final Thread reader;

  private TerminalSession(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "terminal");
    reader.setDaemon(true);
    reader.start();
  }

  /** Whether this host can make one. */
  static boolean possible() {
    return Stream.of("/usr/bin/script", "/bin/script").map(Path::of).anyMatch(Files::isExecutable)
        && Files.isDirectory(Path.of("/proc/self/fd"));
  }

  /**
   * The words that run a command on a terminal. What a shell starts in the background ignores
   * Ctrl-C, and so would all that is started from there; here it counts as on any terminal.
   */
  static List<String> words(List<String> command) {
    String line =
        command.stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    return List.of("script", "-qec", "exec env --default-signal=INT,QUIT " + line, "/dev/null");
  }

  /** Starts what was made of {@link #words}. */
  static TerminalSession start(ProcessBuilder builder) throws IOException {
    return new TerminalSession(
        builder
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .redirectOutput(ProcessBuilder.Redirect.PIPE)
            .start());
  }

  private void read() {
    try (InputStream in = process.getInputStream()) {
      byte[] bytes = new byte[4096];
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        synchronized (shown) {
          shown.write(bytes, 0, n);
        }
      }
    } catch (IOException e) {
      return; // the terminal is gone
    }
  }

  /** All that was shown so far, byte by byte. */
  String shown() {
    synchronized (shown) {
      return shown.toString(StandardCharsets.ISO_8859_1);
    }
  }

  /** Waits until something is shown. */
  void await(String text) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!shown().contains(text) && process.isAlive() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    if (!process.isAlive()) {
      reader.join();
    }
    assertThat(shown()).contains(text);
  }

  /** Whether it has not ended yet. */
  boolean runs() {
    return process.isAlive();
  }

  /** The youngest process that was started here with some words in its command line. */
  ProcessHandle descendant(String words) {
    return process
        .descendants()
        .filter(one -> one.info().commandLine().orElse("").contains(words))
        .reduce((elder, younger) -> younger)
        .orElseThrow();
  }

  /** Types. */
  void type(String keys) throws IOException {
    process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Waits for the end; gives the exit code. */
  int end() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(shown()).isTrue();
    reader.join();
    return process.exitValue();
  }
}
