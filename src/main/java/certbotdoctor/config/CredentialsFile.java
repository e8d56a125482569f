package certbotdoctor.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's credentials file as seen from outside: never a value.
 *
 * @param state whether it is there and may be read
 * @param keys the names in it, in order
 * @param mode its mode as {@code rw-r--r--}, null where the file system has none
 * @param owner its owner, null where it is not known
 */
public record CredentialsFile(
    State state, List<String> keys, @Nullable String mode, @Nullable String owner) {
  /** Whether the file is there and may be read. */
  public enum State {
    PRESENT,
    MISSING,
    UNREADABLE
  }

  /** Copies the names. */
  public CredentialsFile {
    keys = List.copyOf(keys);
  }

  /** Looks at a file. */
  static CredentialsFile of(Path file) {
    String mode = null;
    String owner = null;
    try {
      PosixFileAttributes posix = Files.readAttributes(file, PosixFileAttributes.class);
      mode = PosixFilePermissions.toString(posix.permissions());
      owner = posix.owner().getName();
    } catch (NoSuchFileException e) {
      return new CredentialsFile(State.MISSING, List.of(), null, null);
    } catch (IOException | UnsupportedOperationException e) {
      // no such attributes here: the content still tells whether it can be read
    }
    try {
      return new CredentialsFile(State.PRESENT, names(file), mode, owner);
    } catch (IOException e) {
      return new CredentialsFile(State.UNREADABLE, List.of(), mode, owner);
    }
  }

  private static List<String> names(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    return text.lines()
        .map(String::strip)
        .filter(line -> line.matches("[A-Za-z0-9_:.-]{1,80}\\s*=.*"))
        .map(line -> line.substring(0, line.indexOf('=')).strip())
        .toList();
  }

  /** Whether others than owner and group may read it. */
  public boolean readableByOthers() {
    return mode != null
        && PosixFilePermissions.fromString(mode).contains(PosixFilePermission.OTHERS_READ);
  }
}
