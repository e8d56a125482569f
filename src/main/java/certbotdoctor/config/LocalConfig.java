package certbotdoctor.config;

import certbotdoctor.acme.AccountKey;
import certbotdoctor.core.JsonTree;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * certbot's configuration directory, read only: renewal files and accounts. Of private keys nothing
 * but the public members is kept, of credentials files nothing but the names of keys.
 *
 * @param directory where it stands
 * @param renewals one for each lineage
 * @param accounts all accounts, of all CAs
 * @param denied files and folders that may not be read
 */
public record LocalConfig(
    Path directory, List<RenewalFile> renewals, List<LocalAccount> accounts, List<Path> denied) {
  /** Depth of {@code accounts/HOST/PATH…/ID/regr.json}. */
  private static final int DEPTH = 8;

  /** Copies the lists. */
  public LocalConfig {
    renewals = List.copyOf(renewals);
    accounts = List.copyOf(accounts);
    denied = List.copyOf(denied);
  }

  /** Reads a directory; what may not be read is noted, what is malformed is left out. */
  public static LocalConfig read(Path directory) {
    List<Path> denied = new ArrayList<>();
    List<RenewalFile> renewals = new ArrayList<>();
    for (Path file : files(directory.resolve("renewal"), 1, ".conf", denied)) {
      try {
        renewals.add(RenewalFile.read(file));
      } catch (IOException e) {
        denied.add(file);
      }
    }
    List<LocalAccount> accounts = new ArrayList<>();
    for (Path file : files(directory.resolve("accounts"), DEPTH, "regr.json", denied)) {
      accounts.add(account(file, denied));
    }
    return new LocalConfig(directory, renewals, accounts, denied);
  }

  private static List<Path> files(Path folder, int depth, String suffix, List<Path> denied) {
    if (!Files.isDirectory(folder)) {
      if (!Files.exists(folder) && !Files.notExists(folder)) {
        denied.add(folder);
      }
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder, depth)) {
      return all.filter(path -> path.toString().endsWith(suffix))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      denied.add(folder);
      return List.of();
    }
  }

  private static LocalAccount account(Path registration, List<Path> denied) {
    Path folder = registration.resolveSibling("");
    JsonNode key = json(registration.resolveSibling("private_key.json"), denied);
    String url = json(registration, denied).path("uri").asText("");
    return new LocalAccount(
        String.valueOf(folder.getFileName()),
        url.isEmpty() ? null : url,
        AccountKey.of(key).orElse(null));
  }

  private static JsonNode json(Path file, List<Path> denied) {
    try {
      return JsonTree.STRICT.read(Files.readAllBytes(file));
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    } catch (AccessDeniedException e) {
      denied.add(file);
      return MissingNode.getInstance();
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  /** The renewal file of a lineage. */
  public Optional<RenewalFile> renewal(@Nullable String lineage) {
    String wanted = lineage == null ? "" : lineage.toLowerCase(Locale.ROOT);
    return renewals.stream()
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  /** Whether an account is one of this host's, by its URL. */
  public boolean owns(@Nullable String accountUrl) {
    return accountUrl != null && accounts.stream().anyMatch(one -> accountUrl.equals(one.url()));
  }

  /** Whether certbot's id of an account is known here. */
  public boolean hasAccount(String id) {
    return accounts.stream().anyMatch(one -> one.id().equals(id));
  }

  /** The URL of an account at its CA by certbot's id of it, null where it is not known. */
  public @Nullable String accountUrl(@Nullable String id) {
    return accounts.stream()
        .filter(one -> one.id().equals(id))
        .map(LocalAccount::url)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** A file as one reads it in the directory, for example {@code renewal/example.org.conf}. */
  public String shown(Path file) {
    return file.startsWith(directory) ? directory.relativize(file).toString() : file.toString();
  }
}
