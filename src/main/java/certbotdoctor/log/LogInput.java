package certbotdoctor.log;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** One input: a file or standard input, opened with its compression and encoding undone. */
public final class LogInput {
  private final String name;
  private final Opener opener;
  private final @Nullable Path path;

  /** Opens the raw bytes. */
  @FunctionalInterface
  interface Opener {
    InputStream open() throws IOException;
  }

  LogInput(String name, Opener opener) {
    this(name, opener, null);
  }

  private LogInput(String name, Opener opener, @Nullable Path path) {
    this.name = name;
    this.opener = opener;
    this.path = path;
  }

  /**
   * A file.
   *
   * @param name how the report calls it
   */
  public static LogInput file(String name, Path path) {
    return new LogInput(name, () -> Files.newInputStream(path), path);
  }

  /** A stream that can be read once, such as standard input. */
  public static LogInput stream(String name, InputStream in) {
    return new LogInput(name, () -> in);
  }

  /** Its size in bytes as it will be read; 0 where that is not known. */
  public long size() {
    try {
      return path == null || name.endsWith(".gz") ? 0 : Files.size(path);
    } catch (IOException e) {
      return 0; // opening it will say why
    }
  }

  /** How the report calls it. */
  public String name() {
    return name;
  }

  /**
   * Opens the content: gzip is unpacked, UTF-16 with a byte order mark becomes UTF-8, a UTF-8 mark
   * is dropped.
   *
   * @throws InputException when it cannot be opened, or is packed in a way that is not read
   */
  public InputStream open() throws InputException {
    try {
      InputStream raw = new BufferedInputStream(opener.open(), 64 * 1024);
      byte[] head = peek(raw);
      String packed = packedAs(head);
      if (packed != null) {
        raw.close();
        throw new InputException(
            name + " is compressed with " + packed + "; unpack it first and pass the result.");
      }
      if (isGzip(head)) {
        raw = new BufferedInputStream(new GZIPInputStream(raw, 64 * 1024), 64 * 1024);
        head = peek(raw);
      }
      return Utf16.decoded(raw, head);
    } catch (ZipException e) {
      throw new InputException(name + " is a damaged gzip file.");
    } catch (java.nio.file.AccessDeniedException e) {
      throw new InputException(name + " may not be read by this user; try again with sudo.");
    } catch (java.nio.file.NoSuchFileException e) {
      throw new InputException(name + " does not exist.");
    } catch (IOException e) {
      throw new InputException(name + " cannot be read: " + reason(e) + ".");
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private static byte[] peek(InputStream in) throws IOException {
    in.mark(16);
    byte[] head = in.readNBytes(6);
    in.reset();
    return head;
  }

  private static boolean isGzip(byte[] head) {
    return starts(head, 0x1f, 0x8b);
  }

  private static @Nullable String packedAs(byte[] head) {
    if (starts(head, 0xfd, '7', 'z', 'X', 'Z')) {
      return "xz";
    }
    if (starts(head, 0x28, 0xb5, 0x2f, 0xfd)) {
      return "zstd";
    }
    if (starts(head, 'B', 'Z', 'h')) {
      return "bzip2";
    }
    return starts(head, 'P', 'K', 3, 4) ? "zip" : null;
  }

  private static boolean starts(byte[] head, int... wanted) {
    if (head.length < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((head[i] & 0xff) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
