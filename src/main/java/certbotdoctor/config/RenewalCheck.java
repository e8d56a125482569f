package certbotdoctor.config;

import certbotdoctor.core.Slots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at what a lineage's renewal file names: hooks, credentials, account. */
public final class RenewalCheck {
  private static final List<String> HOOKS =
      List.of(
          "manual_auth_hook",
          "manual_cleanup_hook",
          "pre_hook",
          "post_hook",
          "deploy_hook",
          "renew_hook");

  private static final Set<PosixFilePermission> EXECUTE =
      EnumSet.of(
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_EXECUTE);

  private final LocalConfig config;
  private final RenewalFile renewal;
  private final List<ConfigFinding> findings = new ArrayList<>();

  private RenewalCheck(LocalConfig config, RenewalFile renewal) {
    this.config = config;
    this.renewal = renewal;
  }

  /** The credentials file of a lineage where there is one that may not be read; empty if not. */
  public static Optional<Path> unreadableCredentials(RenewalFile renewal) {
    String named = renewal.ofSuffix("_credentials");
    Path file = named == null ? null : path(named);
    return Optional.ofNullable(file)
        .filter(one -> CredentialsFile.of(one).state() == CredentialsFile.State.UNREADABLE);
  }

  /** What the configuration tells of a lineage. */
  public static List<ConfigFinding> of(LocalConfig config, RenewalFile renewal) {
    RenewalCheck check = new RenewalCheck(config, renewal);
    check.renewal();
    HOOKS.forEach(check::hook);
    check.credentials();
    check.account();
    return check.findings;
  }

  private void renewal() {
    String authenticator = renewal.get("authenticator");
    Slots slots =
        Slots.NONE
            .with("authenticator", authenticator)
            .with("server", renewal.get("server"))
            .with("account", renewal.get("account"))
            .with("seconds", renewal.ofSuffix("_propagation_seconds"));
    add("renewal", slots);
    if ("manual".equals(authenticator) && renewal.get("manual_auth_hook") == null) {
      add("manual-without-hooks", Slots.NONE);
    }
  }

  private void hook(String parameter) {
    String command = unused(parameter) ? null : renewal.get(parameter);
    Path program = command == null ? null : program(command);
    if (program != null && command != null) {
      Slots slots = Slots.of("option", parameter, "state", state(program));
      add("hook", slots.with("path", program.toString()));
    }
  }

  /** How it is for root, which runs certbot, and not for the user of now. */
  private static String state(Path program) {
    if (Files.notExists(program)) {
      return "missing";
    }
    if (!Files.exists(program)) {
      return "unknown"; // in a folder that this user may not look into
    }
    return executable(program) ? "ok" : "not-executable";
  }

  private static boolean executable(Path program) {
    try {
      return Files.getPosixFilePermissions(program).stream().anyMatch(EXECUTE::contains);
    } catch (IOException | UnsupportedOperationException e) {
      return Files.isExecutable(program);
    }
  }

  /** Whether a parameter is left over from another authenticator; certbot does not look at it. */
  private boolean unused(String parameter) {
    String authenticator = renewal.get("authenticator");
    return parameter.startsWith("manual_")
        && authenticator != null
        && !authenticator.equals("manual");
  }

  /** The program of a command; null where the shell would search it or do more than run it. */
  private static @Nullable Path program(String command) {
    String first = command.strip().split("\\s+", 2)[0];
    return first.matches("/[A-Za-z0-9_./+@:-]*") ? path(first) : null;
  }

  private static @Nullable Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private void credentials() {
    String named = renewal.ofSuffix("_credentials");
    Path file = named == null ? null : path(named);
    if (file == null) {
      return;
    }
    CredentialsFile credentials = CredentialsFile.of(file);
    Slots slots =
        Slots.of("path", file.toString(), "state", word(credentials))
            .with("keys", String.join(", ", credentials.keys()))
            .with("mode", credentials.mode())
            .with("owner", credentials.owner());
    add("credentials", slots);
    if (credentials.readableByOthers()) {
      add("readable-by-others", slots);
    }
  }

  private static String word(CredentialsFile credentials) {
    return credentials.state().name().toLowerCase(Locale.ROOT);
  }

  private void account() {
    String account = renewal.get("account");
    if (account != null && config.denied().isEmpty() && !config.hasAccount(account)) {
      add("account-missing", Slots.of("configured", account));
    }
  }

  private void add(String what, Slots slots) {
    findings.add(new ConfigFinding(what, slots, config.shown(renewal.file())));
  }
}
