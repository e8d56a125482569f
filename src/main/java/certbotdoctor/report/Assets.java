package certbotdoctor.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files of a template folder that are put into the output as they are. */
final class Assets {
  /** What the name of a file with a hash ends with. */
  static final String HASH = ".sha256";

  private final String folder;

  /**
   * The files of a folder on the class path.
   *
   * @param folder its path, with a slash at the end
   */
  Assets(String folder) {
    this.folder = folder;
  }

  /** The text of a file, without the line end at its end. */
  String text(String name) {
    try (InputStream in = open(name)) {
      return text(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder + name, e);
    }
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
  }

  /** The hash of {@link #text(String)}, as {@link AssetHasher} wrote it. */
  String hash(String name) {
    return text(name + HASH);
  }

  /** A file; its absence is a fault of the build. */
  InputStream open(String name) {
    InputStream in = Assets.class.getClassLoader().getResourceAsStream(folder + name);
    if (in == null) {
      throw new IllegalStateException("the program lacks its resource " + folder + name);
    }
    return in;
  }
}
