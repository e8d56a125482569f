package certbotdoctor.diagnose;

import certbotdoctor.acme.DnsChallengeName;
import certbotdoctor.core.Slots;
import certbotdoctor.event.Event;
import certbotdoctor.rules.Provider;
import certbotdoctor.rules.RuleSet;
import certbotdoctor.rules.ShellWord;
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.Diary;
import certbotdoctor.run.IdentifierRun;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The user's own names and values, for the sentences and commands of rules. */
final class SubjectSlots {
  private static final Pattern DRIVE = Pattern.compile("(?<![A-Za-z])[A-Za-z]:\\\\");

  /** What follows a plugin's name in its options. */
  private static final Pattern PLUGIN_OPTION =
      Pattern.compile("-(?:credentials|propagation-seconds)$");

  /** Facts about certbot's plugin, which another client does not have. */
  private static final Pattern PLUGIN_FACTS =
      Pattern.compile(
          "provider\\.(?:package\\..*|propagation\\..*|credentials\\.(?!permission).*|traps)");

  /** The host of an address, with or without the scheme in front of it. */
  private static final Pattern HOST = Pattern.compile("(?:https?://)?([a-z0-9.-]{1,253})");

  /** Second-level domains under which countries register names; for examples only. */
  private static final Set<String> SECOND_LEVEL =
      Set.of("ac", "co", "com", "edu", "gov", "net", "or", "org");

  /** Characters of the names of one certificate in a command; a hundred long names are fewer. */
  private static final int LONGEST_OPTIONS = 7_000;

  private final RuleSet rules;
  private final Freshness freshness;

  /** Of the last certificate; its names come one after another. */
  private final IdentityHashMap<CertificateRun, Shared> shared = new IdentityHashMap<>();

  SubjectSlots(RuleSet rules, Freshness freshness) {
    this.rules = rules;
    this.freshness = freshness;
  }

  Slots of(Subject subject, FactSet facts) {
    return of(subject, facts, Slots.NONE);
  }

  /**
   * The values of a subject.
   *
   * @param seen what live checks showed that bears on advice: {@code lag-seconds}, {@code
   *     recommended-seconds}
   */
  Slots of(Subject subject, FactSet facts, Slots seen) {
    CertificateRun certificate = subject.certificate();
    Diary diary = subject.run().diary();
    Slots slots =
        Slots.NONE
            .with("certificate", certificate.name())
            .with("installer", certificate.installer())
            .with("client-version", diary.clientVersion())
            .with("host", diary.host())
            .with("account", diary.account())
            .with("server", diary.server())
            .with("ca", CaaIssuers.of(diary.server()).orElse(null))
            .with("authenticator-kind", Authenticators.kind(subject))
            .with("client", diary.client())
            .with("certbot", Authenticators.isCertbot(subject) ? "certbot" : null)
            .with("windows", windows(subject) ? "true" : null);
    IdentifierRun identifier = subject.identifier();
    if (identifier == null && !certificate.identifiers().isEmpty()) {
      identifier = certificate.identifiers().get(0);
    }
    if (identifier != null) {
      slots = slots.with(names(identifier)).with("domain-options", shared(certificate).options);
    }
    String plugin = Authenticators.plugin(subject);
    if (plugin == null) {
      plugin = named(facts);
    }
    if (plugin == null) {
      plugin = called(facts);
    }
    slots = slots.with("plugin", plugin).with(provider(plugin, subject)).with(files(diary, facts));
    slots = slots.with(seen);
    slots = slots.with(Waiting.of(subject, facts, slots)).with("retry-at", retryAt(facts));
    return slots.with(shared(certificate).commands(subject, plugin, slots));
  }

  private Shared shared(CertificateRun certificate) {
    Shared known = shared.get(certificate);
    if (known == null) {
      known = new Shared(certificate);
      shared.clear();
      shared.put(certificate, known);
    }
    return known;
  }

  /** Long values that the names of a certificate share. */
  private static final class Shared {
    private final String options;
    private final Map<List<String>, Slots> commands = new HashMap<>();

    Shared(CertificateRun certificate) {
      this.options = domainOptions(certificate);
    }

    Slots commands(Subject subject, @Nullable String plugin, Slots known) {
      List<String> rests = Commands.restsOn(plugin, known);
      Slots made = commands.get(rests);
      if (made == null) {
        made = Commands.slots(subject, plugin, known);
        commands.put(rests, made);
      }
      return made;
    }
  }

  private static Slots names(IdentifierRun identifier) {
    Slots slots =
        Slots.of(
            "domain",
            identifier.name(),
            "identifier",
            identifier.wildcard() ? "*." + identifier.name() : identifier.name());
    slots = slots.with("wildcard", identifier.wildcard() ? "true" : null);
    slots = slots.with("challenge-name", DnsChallengeName.of(identifier.name()).value());
    slots = slots.with("zone", zone(identifier.name()));
    slots = slots.with("wildcard", identifier.wildcard() ? "true" : null);
    slots =
        slots.with(
            "challenge", identifier.challenge() == null ? null : identifier.challenge().id());
    slots = slots.with("expected", first(identifier.expectedTxt()));
    return slots.with("found", first(identifier.foundTxt()));
  }

  /** A guess, for commands: the registered domain is mostly the last two labels. */
  private static String zone(String name) {
    String[] labels = name.split("\\.", -1);
    int length = labels.length;
    boolean second =
        length > 2 && labels[length - 1].length() == 2 && SECOND_LEVEL.contains(labels[length - 2]);
    int kept = Math.min(length, second ? 3 : 2);
    return String.join(".", List.of(labels).subList(length - kept, length));
  }

  private static @Nullable String first(List<String> values) {
    return values.isEmpty() ? null : values.get(0);
  }

  /** What is known of the provider; of certbot's plugin only where certbot ran. */
  private Slots provider(@Nullable String plugin, Subject subject) {
    Slots known =
        rules
            .provider(plugin)
            .map(provider -> provider.slots(subject.run().diary().clientVersion()))
            .orElse(Slots.NONE);
    return Authenticators.isCertbot(subject) ? known : known.without(PLUGIN_FACTS);
  }

  /** Files that the command line, the configuration or a message names. */
  private static Slots files(Diary diary, FactSet facts) {
    UserOptions options = UserOptions.of(diary);
    String credentials = options.valueOfSuffix("-credentials");
    if (credentials == null) {
      credentials = path(facts, fact -> fact.slots().get("what", "").equals("credentials"));
    }
    Predicate<Fact> told = fact -> fact.slots().get("kind", "").startsWith("credentials");
    if (credentials == null) {
      credentials = path(facts, told);
    }
    if (credentials == null) {
      credentials = slot(facts, told, "file");
    }
    String hook = options.value("--manual-auth-hook");
    if (hook == null) {
      hook = path(facts, fact -> fact.slots().get("option", "").equals("manual_auth_hook"));
    }
    boolean exists = told(facts, "renewal") && !told(facts, "authenticator-differs");
    return Slots.NONE
        .with("credentials-file", credentials)
        .with("auth-hook", hook)
        .with("lineage-exists", exists ? "true" : null);
  }

  /**
   * Whether the configuration tells something; a renewal file of another plugin is not of this run.
   */
  private static boolean told(FactSet facts, String what) {
    return facts.facts().stream().anyMatch(fact -> fact.slots().get("what", "").equals(what));
  }

  /** The authenticator that the renewal configuration or a message about a plugin names. */
  private static @Nullable String named(FactSet facts) {
    return facts.facts().stream()
        .map(SubjectSlots::named)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static String named(Fact fact) {
    boolean plugin = fact.slots().get("kind", "").equals("plugin-missing");
    if (plugin && fact.slots().has("option")) {
      return PLUGIN_OPTION.matcher(fact.slots().get("option", "")).replaceFirst("");
    }
    boolean renewal = fact.slots().get("what", "").equals("renewal");
    return plugin || renewal ? fact.slots().get("authenticator", "") : "";
  }

  /** The plugin of the provider whose interface was called, by the address in a message. */
  private @Nullable String called(FactSet facts) {
    return facts.facts().stream()
        .flatMap(fact -> Stream.of(fact.slots().get("url", ""), fact.slots().get("host", "")))
        .map(HOST::matcher)
        .filter(Matcher::lookingAt)
        .flatMap(host -> rules.providerAt(host.group(1)).stream())
        .map(Provider::id)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String path(FactSet facts, Predicate<Fact> wanted) {
    return slot(facts, wanted, "path");
  }

  private static @Nullable String slot(FactSet facts, Predicate<Fact> wanted, String name) {
    return facts.facts().stream()
        .filter(wanted)
        .map(fact -> fact.slots().get(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private @Nullable String retryAt(FactSet facts) {
    return facts.facts().stream()
        .map(fact -> fact.slots().get("retry-after", ""))
        .filter(told -> !told.isEmpty())
        .findFirst()
        .map(told -> RetryTime.words(told, freshness.now()))
        .orElse(null);
  }

  /** Whether the client ran on Windows: its paths begin with a drive, or it exists there only. */
  private static boolean windows(Subject subject) {
    Diary diary = subject.run().diary();
    boolean client = "win-acme".equals(diary.client()) || "posh-acme".equals(diary.client());
    String path = diary.path();
    return client
        || (path != null && DRIVE.matcher(path).lookingAt())
        || diary.arguments().stream().anyMatch(word -> DRIVE.matcher(word).lookingAt())
        || subject.certificate().events().stream().anyMatch(SubjectSlots::namesDrive);
  }

  private static boolean namesDrive(Event event) {
    return event instanceof Event.FailureLine line && DRIVE.matcher(line.text()).find();
  }

  /** All names of a certificate as options. */
  private static String domainOptions(CertificateRun certificate) {
    return options(certificate, "-d ");
  }

  /**
   * All names of a certificate, each behind an option; a placeholder where they are more than one
   * writes on a command line.
   */
  static String options(CertificateRun certificate, String option) {
    StringBuilder words = new StringBuilder();
    for (IdentifierRun one : certificate.identifiers()) {
      words.append(words.length() == 0 ? "" : " ").append(option);
      words.append(ShellWord.of(one.wildcard() ? "*." + one.name() : one.name()));
      if (words.length() > LONGEST_OPTIONS) {
        return option + "<name>";
      }
    }
    return words.toString();
  }
}
