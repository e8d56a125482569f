package certbotdoctor.diagnose;

import certbotdoctor.core.ChallengeType;
import certbotdoctor.core.Slots;
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.IdentifierRun;
import certbotdoctor.run.Run;
import certbotdoctor.run.RunOutcome;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what is known of a failure in the words that rules use. */
public final class FactExtractor {
  private final History history;
  private final @Nullable ConfigFacts config;

  /** What the subjects of the last certificate have in common; they come one after another. */
  private final IdentityHashMap<CertificateRun, Common> common = new IdentityHashMap<>();

  /** Extracts with the history that a failure stands in. */
  public FactExtractor(History history) {
    this(history, null);
  }

  /** Extracts with this host's configuration, too. */
  FactExtractor(History history, @Nullable ConfigFacts config) {
    this.history = history;
    this.config = config;
  }

  /**
   * The facts of a subject.
   *
   * @param entry the certificate's part of a run that it belongs to
   */
  public FactSet of(Subject subject, History.Entry entry) {
    Common shared = common(subject, entry);
    List<Fact> facts = new ArrayList<>();
    new ProblemFacts(facts).add(subject);
    new TxtFacts(facts, history, entry).add(subject);
    facts.addAll(shared.events == null ? EventFacts.of(subject) : shared.events);
    HookRecords.add(subject, facts);
    facts.addAll(shared.certificate);
    identifier(subject, facts);
    facts.addAll(shared.past);
    Attempts.of(subject, history, entry).ifPresent(facts::add);
    if (config != null) {
      config.add(subject, facts);
    }
    return new FactSet(facts);
  }

  /**
   * Facts of a certificate's part of a run that hold for each of its names.
   *
   * @param events null where the names differ in them
   */
  private record Common(@Nullable List<Fact> events, List<Fact> certificate, List<Fact> past) {}

  private Common common(Subject subject, History.Entry entry) {
    Common known = common.get(entry.certificate());
    if (known != null) {
      return known;
    }
    List<Fact> certificate = new ArrayList<>();
    run(subject, certificate);
    certificate(subject, certificate);
    List<Fact> past = new ArrayList<>();
    past(entry, past);
    boolean differ = entry.certificate().events().stream().anyMatch(EventFacts::ofOneName);
    Common found = new Common(differ ? null : EventFacts.of(subject), certificate, past);
    common.clear();
    common.put(entry.certificate(), found);
    return found;
  }

  private static void run(Subject subject, List<Fact> facts) {
    Run run = subject.run();
    Slots client =
        Slots.NONE.with("name", run.diary().client()).with("version", run.diary().clientVersion());
    facts.add(Fact.inferred(FactKinds.CLIENT, client));
    String requested = run.diary().pluginsRequested();
    List<String> found = run.diary().pluginsFound();
    if (requested != null && !found.isEmpty() && !found.contains(requested)) {
      facts.add(Fact.inferred(FactKinds.PLUGIN_NOT_FOUND, Slots.of("plugin", requested)));
    }
  }

  private static void certificate(Subject subject, List<Fact> facts) {
    CertificateRun certificate = subject.certificate();
    String authenticator = certificate.authenticator();
    String kind = Authenticators.kind(subject);
    Slots slots = Slots.of("kind", kind).with("name", authenticator);
    facts.add(Fact.inferred(FactKinds.AUTHENTICATOR, slots));
    long failing =
        certificate.identifiers().stream().filter(i -> i.outcome() == RunOutcome.FAILURE).count();
    int total = certificate.identifiers().size();
    facts.add(
        Fact.inferred(
            FactKinds.IDENTIFIERS,
            Slots.of("total", Integer.toString(total), "failing", Long.toString(failing))
                .with("all", Boolean.toString(failing == total))));
  }

  private void identifier(Subject subject, List<Fact> facts) {
    CertificateRun certificate = subject.certificate();
    IdentifierRun identifier = subject.identifier();
    if (identifier != null) {
      pair(certificate, identifier).ifPresent(facts::add);
    }
    if (identifier != null && identifier.problems().isEmpty() && certificate.problems().isEmpty()) {
      ChallengeType challenge = identifier.challenge();
      facts.add(
          Fact.inferred(
              FactKinds.UNEXPLAINED,
              Slots.NONE.with("challenge", challenge == null ? null : challenge.id())));
    }
  }

  /**
   * The other one of base name and wildcard, and how it fared in this run; not where it was valid
   * from an earlier one, because then it had no record.
   */
  private Optional<Fact> pair(CertificateRun certificate, IdentifierRun identifier) {
    return history.named(certificate, identifier.name()).stream()
        .filter(other -> other.wildcard() != identifier.wildcard())
        .filter(other -> other.challenge() != null || other.outcome() != RunOutcome.SUCCESS)
        .findFirst()
        .map(
            other ->
                Fact.inferred(
                    FactKinds.PAIR,
                    Slots.of("name", identifier.name(), "other", other.outcome().id())));
  }

  private void past(History.Entry entry, List<Fact> facts) {
    int failures = 0;
    for (History.Entry earlier : history.before(entry)) {
      Slots at = Slots.of("run", Integer.toString(earlier.index()));
      if (earlier.run().diary().started() != null) {
        at = at.with("at", String.valueOf(earlier.run().diary().started()));
      }
      if (earlier.certificate().outcome() == RunOutcome.SUCCESS) {
        facts.add(Fact.inferred(FactKinds.HISTORY, at.with("event", "last-success")));
        break;
      }
      failures += earlier.certificate().failed() ? 1 : 0;
    }
    if (failures > 0) {
      Slots slots = Slots.of("event", "earlier-failures", "count", Integer.toString(failures));
      facts.add(Fact.inferred(FactKinds.HISTORY, slots));
    }
  }
}
