package certbotdoctor.run;

import certbotdoctor.core.ChallengeType;
import certbotdoctor.event.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a run tells about one certificate. */
final class CertificateBuilder {
  final List<Event> events = new ArrayList<>();
  final Authorizations authorizations = new Authorizations();
  final ProblemList problems = new ProblemList();
  private final Map<String, IdentifierBuilder> identifiers = new LinkedHashMap<>();
  private final Room room;
  private SymptomCounts beyond = SymptomCounts.NONE;
  @Nullable String lineage;
  @Nullable String authenticator;
  @Nullable String installer;
  @Nullable String notAfter;
  boolean issuing;
  boolean dryRun;
  boolean failed;
  boolean challengesFailed;
  boolean succeeded;
  boolean notDue;
  boolean installerFailed;
  int failureMessages;

  /** How many of the failure messages tell of a wait only. */
  int awaited;

  /** Whether a client other than certbot has told that it has the certificate. */
  boolean closed;

  /** How many names of a run there is still room for; no CA takes as many for one certificate. */
  static final class Room {
    private int left = 20_000;

    private boolean take() {
      return left-- > 0;
    }
  }

  CertificateBuilder(Room room) {
    this.room = room;
  }

  /**
   * The identifier of a name, made where it is new; {@code *.} marks a wildcard. What is told of
   * one that there is no room for is lost.
   */
  IdentifierBuilder identifier(String text) {
    String key = text.toLowerCase(Locale.ROOT);
    IdentifierBuilder known = identifiers.get(key);
    if (known == null) {
      boolean wildcard = text.startsWith("*.");
      known = new IdentifierBuilder(wildcard ? text.substring(2) : text, wildcard);
      if (identifiers.isEmpty() || room.take()) {
        identifiers.put(key, known);
      }
    }
    return known;
  }

  boolean knows(String text) {
    return identifiers.containsKey(text.toLowerCase(Locale.ROOT));
  }

  private boolean knows(IdentifierBuilder one) {
    return knows(one.wildcard ? "*." + one.name : one.name);
  }

  int identifierCount() {
    return identifiers.size();
  }

  /** Apex and wildcard of one bare name, as far as they are known; the apex is made where not. */
  List<IdentifierBuilder> named(String bare) {
    if (bare.startsWith("*.")) {
      return List.of(identifier(bare));
    }
    boolean apex = knows(bare);
    boolean wildcard = knows("*." + bare);
    if (apex && wildcard) {
      return List.of(identifier(bare), identifier("*." + bare));
    }
    return List.of(wildcard ? identifier("*." + bare) : identifier(bare));
  }

  /** Notes a problem of a named identifier; prose cannot tell apex and wildcard apart. */
  void problem(String name, Event.CaProblem problem) {
    List<IdentifierBuilder> same = named(name);
    if (same.size() == 2 && problem.channel() != Event.Channel.JSON) {
      boolean told = false;
      for (IdentifierBuilder one : same) {
        if (!one.problems.isEmpty()) {
          one.problems.add(problem);
          told = true;
        }
      }
      if (!told || same.get(0).problems.reported() >= 2) {
        same.get(told ? 1 : 0).problems.add(problem);
      }
    } else {
      same.get(0).problems.add(problem);
      if (room.left < 0 && !knows(same.get(0))) {
        beyond = beyond.plus(problem.text().symptoms().get(0).code());
      }
    }
  }

  void challenge(String name, ChallengeType type) {
    named(name).forEach(one -> one.challenge = type);
  }

  /** A value to publish, told in the order of the challenges. */
  void expected(Event.ExpectedTxt expected, String name) {
    List<IdentifierBuilder> same = named(name);
    IdentifierBuilder target = same.get(0);
    if (same.size() == 2 && target.toldCount() > 0 && !target.knowsValue(expected.value())) {
      target = same.get(1);
    }
    String source = expected.source().name().toLowerCase(Locale.ROOT).replace('_', '-');
    target.told(expected.value(), source);
  }

  /** What was awaited has come. */
  void validated() {
    failureMessages -= awaited;
    awaited = 0;
    events.removeIf(
        event ->
            event instanceof Event.ClientMessage message && FailureKinds.waits(message.match()));
    identifiers.values().forEach(one -> one.awaited = false);
  }

  /** Whether names other than this one have failed, and this one has not. */
  boolean failsBeside(String name) {
    return !knows(name) && identifiers.values().stream().anyMatch(IdentifierBuilder::failing);
  }

  /** The certificate is there, whatever went wrong on the way. */
  void succeed() {
    validated();
    succeeded = true;
    failureMessages = 0;
    closed = true;
  }

  boolean touched() {
    return issuing
        || failed
        || succeeded
        || notDue
        || challengesFailed
        || lineage != null
        || !identifiers.isEmpty()
        || !problems.isEmpty()
        || !events.isEmpty();
  }

  RunOutcome outcome() {
    boolean problem =
        identifiers.values().stream().anyMatch(IdentifierBuilder::failing)
            || problems.failed()
            || authorizations.all().stream().anyMatch(a -> a.status.equals("invalid"));
    if (failed || challengesFailed || installerFailed || (problem && !succeeded)) {
      return RunOutcome.FAILURE;
    }
    if (succeeded) {
      return dryRun ? RunOutcome.DRY_RUN_SUCCESS : RunOutcome.SUCCESS;
    }
    if (notDue) {
      return RunOutcome.NOT_DUE;
    }
    return failureMessages > 0 ? RunOutcome.FAILURE : RunOutcome.INCOMPLETE;
  }

  CertificateRun build(@Nullable String thumbprint) {
    RunOutcome outcome = outcome();
    List<IdentifierRun> runs =
        identifiers.values().stream()
            .map(one -> one.build(authorizations, thumbprint, outcome))
            .toList();
    String name = lineage;
    if (name == null && !runs.isEmpty()) {
      name = runs.get(0).name();
    }
    return new CertificateRun(
        name,
        authenticator,
        installer,
        outcome,
        dryRun,
        notAfter,
        runs,
        problems.problems(),
        events,
        beyond);
  }
}
