package certbotdoctor.program;

import certbotdoctor.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** One run of the program within the test's JVM, at a fixed time. */
final class Execution {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

  private final int code;
  private final byte[] stdout;
  private final String err;

  private Execution(int code, byte[] stdout, String err) {
    this.code = code;
    this.stdout = stdout;
    this.err = err;
  }

  /** Runs with a pipe that is empty. */
  static Execution of(String... args) {
    return piped(new byte[0], args);
  }

  /** Runs with bytes on standard input, as in a pipe. */
  static Execution piped(byte[] stdin, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new ByteArrayInputStream(stdin),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            CLOCK,
            args);
    return new Execution(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }

  /** The exit code. */
  int code() {
    return code;
  }

  /** The bytes on standard output. */
  byte[] stdout() {
    return stdout;
  }

  /** The text on standard error. */
  String err() {
    return err;
  }

  /** The text on standard output. */
  String out() {
    return new String(stdout, StandardCharsets.UTF_8);
  }
}
