package certbotdoctor.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The files of a template folder that are put into the output as they are. */
final class Assets {
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
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder + name, e);
    }
  }

  /** The hash that a Content-Security-Policy admits the text by (CSP Level 3, section 2.3.1). */
  String hash(String name) {
    try {
      byte[] text = text(name).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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
