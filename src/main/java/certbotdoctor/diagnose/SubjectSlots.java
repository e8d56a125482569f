package certbotdoctor.diagnose;

import certbotdoctor.acme.DnsChallengeName;
import certbotdoctor.core.Slots;
import certbotdoctor.rules.Provider;
import certbotdoctor.rules.RuleSet;
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.IdentifierRun;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The user's own names and values, for the sentences and commands of rules. */
final class SubjectSlots {
  private final RuleSet rules;

  SubjectSlots(RuleSet rules) {
    this.rules = rules;
  }

  Slots of(Subject subject, FactSet facts) {
    CertificateRun certificate = subject.certificate();
    Slots slots = Slots.NONE.with("certificate", certificate.name());
    IdentifierRun identifier = subject.identifier();
    if (identifier == null && !certificate.identifiers().isEmpty()) {
      identifier = certificate.identifiers().get(0);
    }
    if (identifier != null) {
      slots = slots.with(names(identifier));
    }
    String plugin = Authenticators.plugin(subject);
    slots = slots.with("plugin", plugin).with("installer", certificate.installer());
    slots = slots.with(provider(plugin));
    slots = slots.with("client-version", subject.run().diary().clientVersion());
    slots = slots.with("host", subject.run().diary().host());
    slots = slots.with("account", subject.run().diary().account());
    slots = slots.with("server", subject.run().diary().server());
    slots = slots.with("wait", wait(facts));
    return slots.with(Commands.slots(subject, plugin));
  }

  private static Slots names(IdentifierRun identifier) {
    Slots slots =
        Slots.of(
            "domain",
            identifier.name(),
            "identifier",
            identifier.wildcard() ? "*." + identifier.name() : identifier.name());
    slots = slots.with("challenge-name", DnsChallengeName.of(identifier.name()).value());
    slots = slots.with("zone", zone(identifier.name()));
    slots = slots.with("expected", first(identifier.expectedTxt()));
    return slots.with("found", first(identifier.foundTxt()));
  }

  /** A guess for examples only: the last two labels. */
  private static String zone(String name) {
    String[] labels = name.split("\\.", -1);
    return labels.length <= 2 ? name : labels[labels.length - 2] + "." + labels[labels.length - 1];
  }

  private static @Nullable String first(List<String> values) {
    return values.isEmpty() ? null : values.get(0);
  }

  private Slots provider(@Nullable String plugin) {
    return rules.provider(plugin).map(Provider::slots).orElse(Slots.NONE);
  }

  private static @Nullable String wait(FactSet facts) {
    return facts.first(FactKinds.WAIT).map(fact -> fact.slots().get("seconds")).orElse(null);
  }

  /** All names of a certificate as options. */
  static String domainOptions(CertificateRun certificate) {
    return certificate.identifiers().stream()
        .map(
            i ->
                "-d " + certbotdoctor.rules.ShellWord.of(i.wildcard() ? "*." + i.name() : i.name()))
        .collect(Collectors.joining(" "));
  }
}
