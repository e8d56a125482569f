package certbotdoctor.diagnose;

import certbotdoctor.config.ConfigFinding;
import certbotdoctor.config.LocalConfig;
import certbotdoctor.config.RenewalCheck;
import certbotdoctor.config.RenewalFile;
import certbotdoctor.core.Slots;
import certbotdoctor.rules.RuleSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this host's certbot configuration tells of a failing certificate, as facts; nothing for a
 * certificate that the configuration does not know, because its log is not this host's.
 */
final class ConfigFacts {
  private final @Nullable LocalConfig config;
  private final RuleSet rules;

  /** The renewal file that was looked at last; the names of a certificate share one. */
  private @Nullable Path last;

  private List<ConfigFinding> found = List.of();

  ConfigFacts(@Nullable LocalConfig config, RuleSet rules) {
    this.config = config;
    this.rules = rules;
  }

  void add(Subject subject, List<Fact> facts) {
    LocalConfig local = config;
    if (local == null) {
      return;
    }
    Optional<RenewalFile> renewal = local.renewal(subject.certificate().name());
    if (renewal.isPresent()) {
      String file = local.shown(renewal.get().file());
      findings(local, renewal.get()).forEach(one -> facts.add(fact(one)));
      compare(subject, renewal.get(), file, facts);
      account(local, subject, renewal.get(), facts);
      keys(renewal.get(), file, facts);
    }
  }

  private List<ConfigFinding> findings(LocalConfig local, RenewalFile renewal) {
    if (!renewal.file().equals(last)) {
      found = RenewalCheck.of(local, renewal);
      last = renewal.file();
    }
    return found;
  }

  private static Fact fact(ConfigFinding finding) {
    return configured(finding.slots().with("what", finding.what()), finding.file());
  }

  private static Fact configured(Slots slots, String file) {
    return new Fact(FactKinds.CONFIG, slots, null, null, file);
  }

  /** The renewal file against the run. */
  private static void compare(Subject subject, RenewalFile renewal, String file, List<Fact> facts) {
    String authenticator = renewal.get("authenticator");
    List<String> found = subject.run().diary().pluginsFound();
    String used = subject.certificate().authenticator();
    boolean wanted = used == null || used.equals(authenticator);
    if (wanted && authenticator != null && !found.isEmpty() && !found.contains(authenticator)) {
      Slots slots = Slots.of("what", "plugin-not-installed", "plugin", authenticator);
      facts.add(configured(slots, file));
    }
    differs("server", renewal.get("server"), server(subject), file, facts);
    differs("authenticator", authenticator, used, file, facts);
  }

  /** The account of the run against that of the renewal file, where both are of the same CA. */
  private static void account(
      LocalConfig local, Subject subject, RenewalFile renewal, List<Fact> facts) {
    String server = server(subject);
    if (server != null && server.equals(renewal.get("server"))) {
      String configured = local.accountUrl(renewal.get("account"));
      String file = local.shown(renewal.file());
      differs("account", configured, subject.run().diary().account(), file, facts);
    }
  }

  /** The server of the run; a dry run asks another one than the renewal will. */
  private static @Nullable String server(Subject subject) {
    return subject.certificate().dryRun() ? null : subject.run().diary().server();
  }

  private static void differs(
      String what,
      @Nullable String configured,
      @Nullable String used,
      String file,
      List<Fact> facts) {
    if (configured != null && used != null && !configured.equals(used)) {
      Slots slots = Slots.of("what", what + "-differs", "configured", configured);
      facts.add(configured(slots.with("used", used), file));
    }
  }

  /** Names in the credentials file that the plugin does not know, where it knows none of them. */
  private void keys(RenewalFile renewal, String file, List<Fact> facts) {
    String known =
        rules
            .provider(renewal.get("authenticator"))
            .map(provider -> provider.slots().get("provider.credentials.keys", ""))
            .orElse("");
    List<Fact> files =
        facts.stream()
            .filter(one -> one.slots().get("what", "").equals("credentials"))
            .filter(one -> one.slots().get("state", "").equals("present"))
            .toList();
    for (Fact one : files) {
      List<String> names = List.of(one.slots().get("keys", "").split(", "));
      if (!known.isEmpty() && names.stream().noneMatch(List.of(known.split(", "))::contains)) {
        Slots slots = one.slots().with("what", "credentials-keys-unknown").with("wanted", known);
        facts.add(configured(slots, file));
      }
    }
  }
}
