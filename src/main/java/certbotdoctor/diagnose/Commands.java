package certbotdoctor.diagnose;

import certbotdoctor.core.ClientVersion;
import certbotdoctor.core.Slots;
import certbotdoctor.event.Event;
import certbotdoctor.rules.ShellWord;
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.Diary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** certbot's command lines for one certificate, as this certbot's version takes them. */
final class Commands {
  /** {@code certbot reconfigure} exists since 2.3.0 (certbot's changelog). */
  private static final ClientVersion RECONFIGURE = new ClientVersion(2, 3, 0);

  /** Plugins of certbot's own tree have an option of their name; others need --authenticator. */
  private static final Set<String> IN_TREE =
      Set.of(
          "dns-cloudflare",
          "dns-digitalocean",
          "dns-dnsimple",
          "dns-dnsmadeeasy",
          "dns-gehirn",
          "dns-google",
          "dns-linode",
          "dns-luadns",
          "dns-nsone",
          "dns-ovh",
          "dns-rfc2136",
          "dns-route53",
          "dns-sakuracloud",
          "manual",
          "standalone",
          "webroot",
          "nginx",
          "apache");

  /** The values that commands are made of, besides what a certificate and its run tell. */
  private static final List<String> RESTS_ON =
      List.of(
          "lineage-exists",
          "challenge",
          "wait-advice",
          "domain-options",
          "provider.credentials.option",
          "provider.propagation.flag",
          "credentials-file",
          "authenticator-kind",
          "auth-hook",
          "windows",
          ProviderComparison.SERVING_PLUGIN,
          ProviderComparison.SERVING_OPTION);

  private final CertificateRun certificate;
  private final Diary diary;
  private final @Nullable String plugin;
  private final Slots known;
  private final UserOptions options;
  private final boolean exists;
  private final String challenge;

  private Commands(Subject subject, @Nullable String plugin, Slots known) {
    this.certificate = subject.certificate();
    this.diary = subject.run().diary();
    this.plugin = plugin;
    this.known = known;
    this.options = UserOptions.of(diary);
    this.exists =
        known.has("lineage-exists") || certificate.events().stream().anyMatch(Commands::ofExisting);
    this.challenge = known.get("challenge", "dns-01").startsWith("http") ? "http" : "dns";
  }

  /**
   * The commands for a subject.
   *
   * @param known what else is known: the provider's facts, the credentials file, the wait to advise
   */
  static Slots slots(Subject subject, @Nullable String plugin, Slots known) {
    String client = subject.run().diary().client();
    return client == null || Authenticators.isCertbot(subject)
        ? new Commands(subject, plugin, known).all()
        : OtherClients.slots(client, subject.certificate());
  }

  /** What the commands for the names of one certificate rest on. */
  static List<String> restsOn(@Nullable String plugin, Slots known) {
    List<String> values = new ArrayList<>();
    values.add(String.valueOf(plugin));
    for (String slot : RESTS_ON) {
      values.add(known.get(slot, "-"));
    }
    return values;
  }

  /** Whether an event tells that the certificate exists already. */
  private static boolean ofExisting(Event event) {
    return event.kind() == Event.Kind.LINEAGE_STARTED
        || event.kind() == Event.Kind.LINEAGE_FAILED
        || (event instanceof Event.IssuanceStarted issuance && issuance.renewal());
  }

  /** The commands; {@code certbot renew} never pauses, so there the record is watched instead. */
  private Slots all() {
    String again = sudo() + again(options);
    Slots slots =
        Slots.of("retry-command", again, "dry-run-command", again + " --dry-run")
            .with("dry-run-option", "--dry-run");
    String watch = sudo() + "certbot-doctor run -- " + again(options) + " --dry-run";
    boolean pauses = !again.contains("certbot renew");
    slots =
        slots
            .with("watch-command", watch)
            .with("debug-command", pauses ? again + " --dry-run --debug-challenges -v" : watch)
            .with("hook-command", hookCommand())
            .with("proof-command", proof(again))
            .with("request-command", sudo() + request());
    String flag = flag();
    return flag == null ? slots : slots.with(waiting(flag + " " + known.get("wait-advice", "120")));
  }

  /**
   * A test of the request, by the plugin of the provider that serves the domain if another does.
   */
  private String proof(String again) {
    String serving = known.get(ProviderComparison.SERVING_PLUGIN);
    if (serving == null || certificate.identifiers().isEmpty()) {
      return again + " --dry-run";
    }
    String file = known.get(ProviderComparison.SERVING_OPTION);
    String credentials = file == null ? "" : " " + file + " <new-credentials-file>";
    String name = certificate.name();
    return (sudo() + "certbot certonly")
        + (name == null ? "" : " --cert-name " + ShellWord.of(name))
        + (options.place() + plugin(serving) + credentials + " ")
        + (domains() + " --dry-run");
  }

  /** Commands that set the wait: prove first, then for real. */
  private Slots waiting(String option) {
    String name = ShellWord.of(String.valueOf(certificate.name()));
    boolean reconfigures =
        ClientVersion.of(diary.clientVersion()).map(v -> v.since(RECONFIGURE)).orElse(true);
    if (exists && reconfigures) {
      String base = sudo() + "certbot reconfigure --cert-name " + name + options.folders();
      String older = diary.clientVersion() == null ? sudo() + renew() + " " + option : null;
      return Slots.of(
              "set-propagation-command",
              base + " " + option,
              "propagation-retry-command",
              sudo() + renew())
          .with("older-propagation-command", older);
    }
    String base = sudo() + (exists ? renew() : again(options.without(flag())));
    return Slots.of(
        "set-propagation-command",
        base + " " + option + " --dry-run",
        "propagation-retry-command",
        base + " " + option);
  }

  private String again(UserOptions given) {
    boolean lineage =
        certificate.events().stream()
            .anyMatch(
                e ->
                    e.kind() == Event.Kind.LINEAGE_STARTED
                        || e.kind() == Event.Kind.LINEAGE_FAILED);
    if (lineage) {
      return renew();
    }
    if (given.namesDomains()) {
      return verb() + given.words();
    }
    if (exists || certificate.identifiers().isEmpty() || plugin == null) {
      return renew();
    }
    return verb() + pluginOptions(plugin) + " " + domains();
  }

  /** A request by hand-written hooks; null where it is not known for which names. */
  private @Nullable String hookCommand() {
    return certificate.identifiers().isEmpty()
        ? null
        : sudo()
            + "certbot certonly"
            + options.place()
            + " --manual --preferred-challenges dns --manual-auth-hook <new-auth-hook>"
            + " --manual-cleanup-hook <new-cleanup-hook> "
            + domains();
  }

  /** The request without its names, to which others are to be added. */
  private String request() {
    if (options.namesDomains() || plugin == null) {
      return verb() + options.withoutNames().words();
    }
    return verb() + options.place() + pluginOptions(plugin);
  }

  private String verb() {
    return certificate.installer() == null ? "certbot certonly" : "certbot run";
  }

  private String renew() {
    String name = certificate.name();
    return "certbot renew"
        + (name == null ? "" : " --cert-name " + ShellWord.of(name))
        + options.folders();
  }

  private String pluginOptions(String name) {
    String option = plugin(name);
    if (name.equals("manual")) {
      String hook = known.get("authenticator-kind", "").equals("manual-hook") ? hook() : "";
      return option + " --preferred-challenges " + challenge + hook;
    }
    if (name.equals("webroot")) {
      return option + " -w <web-root>";
    }
    String file = known.get("provider.credentials.option");
    return file == null
        ? option
        : option + " " + file + " " + word(known.get("credentials-file"), "credentials-file");
  }

  private String domains() {
    return known.get("domain-options", "");
  }

  private static String plugin(String name) {
    return IN_TREE.contains(name) ? " --" + name : " --authenticator " + name;
  }

  private String hook() {
    return " --manual-auth-hook " + word(known.get("auth-hook"), "auth-hook");
  }

  /** A value as a word of the shell, or a placeholder that a shell refuses. */
  private static String word(@Nullable String value, String slot) {
    return value == null ? "<" + slot + ">" : ShellWord.of(value);
  }

  /** certbot needs root, unless the user runs it on folders of his own or on Windows. */
  private String sudo() {
    return options.folders().isEmpty() && !known.has("windows") ? "sudo " : "";
  }

  /** The propagation option of a DNS plugin; Route 53's plugin has none since certbot 3. */
  private @Nullable String flag() {
    if (plugin == null || !plugin.startsWith("dns-") || plugin.equals("dns-route53")) {
      return null;
    }
    return known.get("provider.propagation.flag", "--" + plugin + "-propagation-seconds");
  }
}
