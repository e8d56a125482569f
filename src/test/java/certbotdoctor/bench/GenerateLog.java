package certbotdoctor.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a generated log to a file: {@code FILE MEGABYTES [FAILING [NAMES]]}. */
public final class GenerateLog {
  private GenerateLog() {}

  /** Writes the file. */
  public static void main(String[] arguments) throws IOException {
    double failing = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 0.02;
    int names = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 200;
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])), 1 << 20)) {
      new LogGenerator(out, 1, failing, names).bytes(Long.parseLong(arguments[1]) * 1_000_000);
    }
  }
}
