package certbotdoctor.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the hash of each style sheet and script beside it when the program is built, so that no
 * run has to work it out.
 */
public final class AssetHasher {
  private AssetHasher() {}

  /**
   * Hashes.
   *
   * @param arguments the directory of the templates that the program will carry
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    for (Path asset : assets(Path.of(arguments[0]))) {
      Path hash = asset.resolveSibling(asset.getFileName() + Assets.HASH);
      Files.writeString(hash, hash(Assets.text(Files.readAllBytes(asset))));
    }
  }

  private static List<Path> assets(Path templates) throws IOException {
    try (Stream<Path> all = Files.walk(templates)) {
      return all.filter(file -> file.toString().matches(".*\\.(?:css|js)")).toList();
    }
  }

  /** The hash that a Content-Security-Policy admits the text by (CSP Level 3, section 2.3.1). */
  static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
