package certbotdoctor.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A command as the user gave it, and what it tells of certbot's directories.
 *
 * @param words the program and its arguments; at least one
 */
public record WrappedCommand(List<String> words) {
  private static final Path LOGS = Path.of("/var/log/letsencrypt");
  private static final Path CONFIG = Path.of("/etc/letsencrypt");
  private static final Set<String> CLIENTS =
      Set.of("certbot", "certbot-auto", "letsencrypt", "certbot.exe");

  /** What certbot adds to its arguments by itself (its snap and Debian's package). */
  private static final String ADDED = "--preconfigured-renewal";

  /** Copies the words. */
  public WrappedCommand {
    words = List.copyOf(words);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("no command");
    }
  }

  /**
   * The directory of certbot's log: {@code --logs-dir} of the command, else of its {@code cli.ini},
   * else the default.
   *
   * @param environment for the places of {@code cli.ini}
   */
  public Path logsDirectory(Map<String, String> environment) {
    return directory("logs-dir", environment).orElse(LOGS);
  }

  /** The directory of certbot's configuration, found in the same way. */
  public Path configDirectory(Map<String, String> environment) {
    return directory("config-dir", environment).orElse(CONFIG);
  }

  private Optional<Path> directory(String option, Map<String, String> environment) {
    String value = option("--" + option);
    if (value == null) {
      for (Path file : configFiles(environment)) {
        String found = setting(file, option);
        value = found == null ? value : found;
      }
    }
    return value == null ? Optional.empty() : Optional.of(Path.of(value).toAbsolutePath());
  }

  /**
   * The value of an option, as {@code --option VALUE} or {@code --option=VALUE}; the last counts.
   */
  private @Nullable String option(String name) {
    String value = null;
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals(name) && i + 1 < words.size()) {
        value = words.get(i + 1);
      } else if (word.startsWith(name + "=")) {
        value = word.substring(name.length() + 1);
      }
    }
    return value;
  }

  /** Files that certbot reads, the later ones win (certbot: _internal/constants.py, cli). */
  private List<Path> configFiles(Map<String, String> environment) {
    String named = option("--config");
    named = named == null ? option("-c") : named;
    if (named != null) {
      return List.of(Path.of(named));
    }
    List<Path> files = new ArrayList<>();
    files.add(CONFIG.resolve("cli.ini"));
    String home = environment.get("HOME");
    String config = environment.get("XDG_CONFIG_HOME");
    if (config != null && !config.isEmpty()) {
      files.add(Path.of(config, "letsencrypt", "cli.ini"));
    } else if (home != null) {
      files.add(Path.of(home, ".config", "letsencrypt", "cli.ini"));
    }
    return files;
  }

  private static @Nullable String setting(Path file, String key) {
    String value = null;
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        String[] parts = line.strip().split("\\s*[=:]\\s*|\\s+", 2);
        if (parts.length == 2 && parts[0].replace('_', '-').equals(key)) {
          value = parts[1].strip().replaceAll("^([\"'])(.*)\\1$", "$2");
        }
      }
    } catch (IOException e) {
      return null; // absent or not readable: certbot cannot read it either, or it says nothing
    }
    return value;
  }

  /** The arguments of certbot, where the command names certbot; empty for scripts and others. */
  Optional<List<String>> clientArguments() {
    for (int i = 0; i < words.size(); i++) {
      Path name = Path.of(words.get(i)).getFileName();
      if (name != null && CLIENTS.contains(name.toString())) {
        return Optional.of(words.subList(i + 1, words.size()));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether arguments of a log are those of this command. certbot logs them without its verb.
   *
   * @param logged the arguments as logged
   */
  public boolean isOwn(List<String> logged) {
    Optional<List<String>> own = clientArguments();
    if (own.isEmpty()) {
      return true;
    }
    List<String> left = new ArrayList<>(own.get());
    for (String argument : logged) {
      if (!left.remove(argument) && !argument.equals(ADDED)) {
        return false;
      }
    }
    return left.size() <= 1;
  }
}
