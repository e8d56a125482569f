package certbotdoctor.log;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One input: a file or standard input, opened with its compression and encoding undone. */
public final class LogInput {
  /** Bytes that are read at once; more than any look ahead. */
  private static final int BUFFER = 64 * 1024;

  private static final Pattern PACKED_NAME = Pattern.compile("\\.(?:gz|xz)$");

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
      return path == null || PACKED_NAME.matcher(name).find() ? 0 : Files.size(path);
    } catch (IOException e) {
      return 0; // opening it will say why
    }
  }

  /** Whether it is a file that can be read as often as one likes, unlike a pipe. */
  boolean isRegularFile() {
    return path != null && Files.isRegularFile(path);
  }

  /** How the report calls it. */
  public String name() {
    return name;
  }

  /**
   * Opens the content: gzip and xz are unpacked, mails are decoded, cut lines are joined, UTF-16
   * with a byte order mark becomes UTF-8, a UTF-8 mark is dropped.
   *
   * @throws InputException when it cannot be opened, or is packed in a way that is not read
   */
  public InputStream open() throws InputException {
    try {
      InputStream raw = new BufferedInputStream(opener.open(), BUFFER);
      Packing packing = Packing.of(peek(raw, Packing.HEAD));
      if (packing != null) {
        raw = packing.unpack(name, raw);
      }
      byte[] head = peek(raw, MailSource.HEAD);
      InputStream text = MailSource.decoded(Utf16.decoded(raw, head), head);
      text = text.markSupported() ? text : new BufferedInputStream(text, BUFFER);
      return CutLines.joined(text, peek(text, CutWidth.HEAD));
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

  private static byte[] peek(InputStream in, int count) throws IOException {
    in.mark(count);
    byte[] head = in.readNBytes(count);
    in.reset();
    return head;
  }
}
