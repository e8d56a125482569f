package certbotdoctor.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which of the standard streams are a terminal. */
enum Terminal {
  IN(0),
  OUT(1),
  ERR(2);

  private final int descriptor;

  Terminal(int descriptor) {
    this.descriptor = descriptor;
  }

  /**
   * Whether this stream is one: by what the system says of it, else by whether there is a console.
   */
  boolean present() {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      Optional<Console> console = Optional.ofNullable(System.console());
      return console.isPresent();
    }
  }

  /**
   * Whether this process belongs to the group that a terminal sends its signals to (Linux: fields 5
   * and 8 of {@code /proc/self/stat}); elsewhere, whether there is a terminal at all.
   */
  static boolean foreground() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 7);
      return fields[2].equals(fields[5]);
    } catch (IOException e) {
      return IN.present();
    }
  }
}
