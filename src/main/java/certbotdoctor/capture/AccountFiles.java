package certbotdoctor.capture;

import certbotdoctor.acme.AccountKey;
import certbotdoctor.run.AccountKeys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Public keys of the accounts in certbot's configuration. */
public final class AccountFiles {
  /** {@code accounts/SERVER/directory/ID/private_key.json}; servers may have a longer path. */
  private static final int DEPTH = 8;

  private static final ObjectMapper JSON = new ObjectMapper();

  private AccountFiles() {}

  /**
   * Reads the public members of all account keys; what cannot be read is passed over.
   *
   * @param config certbot's configuration directory
   */
  public static void read(Path config, AccountKeys keys) {
    for (Path file : files(config.resolve("accounts"))) {
      try {
        JsonNode key = JSON.readTree(Files.readAllBytes(file));
        AccountKey.of(key).ifPresent(known -> keys.add(null, known));
      } catch (IOException e) {
        // no key, or not readable for this user; its content must not be told
      }
    }
  }

  private static List<Path> files(Path accounts) {
    try (Stream<Path> all = Files.walk(accounts, DEPTH)) {
      return all.filter(file -> file.endsWith("private_key.json")).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }
}
