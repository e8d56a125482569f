package certbotdoctor.diagnose;

import certbotdoctor.acme.DnsChallengeName;
import certbotdoctor.ca.CaSymptom;
import certbotdoctor.core.ChallengeType;
import certbotdoctor.core.Slots;
import certbotdoctor.core.SymptomCode;
import certbotdoctor.run.IdentifierRun;
import certbotdoctor.run.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the CA said, as facts. */
final class ProblemFacts {
  private static final Set<SymptomCode> LOOKUPS =
      EnumSet.of(
          SymptomCode.DNS_NXDOMAIN,
          SymptomCode.DNS_SERVFAIL,
          SymptomCode.DNS_REFUSED,
          SymptomCode.DNS_TIMEOUT,
          SymptomCode.TXT_NONE,
          SymptomCode.TXT_INCORRECT,
          SymptomCode.TXT_MISMATCH,
          SymptomCode.CNAME_FOUND,
          SymptomCode.KEY_AUTHORIZATION_WRONG);

  private final List<Fact> facts;

  ProblemFacts(List<Fact> facts) {
    this.facts = facts;
  }

  void add(Subject subject) {
    IdentifierRun identifier = subject.identifier();
    if (identifier != null) {
      identifier.problems().forEach(problem -> add(problem, subject));
    }
    subject.certificate().problems().forEach(problem -> add(problem, subject));
    contradiction(subject);
  }

  private void add(Problem problem, Subject subject) {
    for (CaSymptom symptom : problem.text().symptoms()) {
      TreeMap<String, String> slots = new TreeMap<>(symptom.slots().values());
      slots.put("code", symptom.code().id());
      slots.put("form", symptom.form());
      slots.put("secondary", Boolean.toString(symptom.secondary()));
      slots.put("recheck", Boolean.toString(symptom.recheck()));
      put(slots, "type", problem.text().type());
      put(slots, "challenge", challenge(problem, symptom, subject));
      put(slots, "target", target(symptom, subject.identifier()));
      facts.add(
          Fact.logged(
              FactKinds.PROBLEM,
              new Slots(slots),
              problem.spans().get(problem.spans().size() - 1),
              problem.text().detail()));
    }
  }

  private static void put(TreeMap<String, String> slots, String name, @Nullable String value) {
    if (value != null) {
      slots.put(name, value);
    }
  }

  /** The challenge: told, or plain from what was looked up. */
  private static @Nullable String challenge(Problem problem, CaSymptom symptom, Subject subject) {
    if (problem.challenge() != null) {
      return problem.challenge().id();
    }
    IdentifierRun identifier = subject.identifier();
    if (identifier != null && identifier.challenge() != null) {
      return identifier.challenge().id();
    }
    String qtype = symptom.slots().get("qtype", "");
    if (qtype.equals("TXT")) {
      return ChallengeType.DNS_01.id();
    }
    return switch (symptom.code()) {
      case TXT_NONE, TXT_INCORRECT, TXT_MISMATCH, CNAME_FOUND, KEY_AUTHORIZATION_WRONG ->
          ChallengeType.DNS_01.id();
      case HTTP_CONNECT, HTTP_RESPONSE, HTTP_MISMATCH, HTTP_REDIRECT -> ChallengeType.HTTP_01.id();
      case TLS_ALPN -> ChallengeType.TLS_ALPN_01.id();
      default -> null;
    };
  }

  /** Whether a lookup was for the challenge's own name, the identifier's or another one. */
  private static @Nullable String target(CaSymptom symptom, @Nullable IdentifierRun identifier) {
    String name = symptom.slots().get("name");
    if (name == null || identifier == null) {
      return null;
    }
    if (name.equalsIgnoreCase(DnsChallengeName.of(identifier.name()).value())) {
      return "challenge-name";
    }
    return name.equalsIgnoreCase(identifier.name()) ? "identifier" : "other";
  }

  /** One lookup has one result: three kinds of them come from several attempts or a front end. */
  private void contradiction(Subject subject) {
    Set<SymptomCode> codes = EnumSet.noneOf(SymptomCode.class);
    IdentifierRun identifier = subject.identifier();
    if (identifier == null) {
      return;
    }
    for (Problem problem : identifier.problems()) {
      problem.text().symptoms().stream()
          .map(CaSymptom::code)
          .filter(LOOKUPS::contains)
          .forEach(codes::add);
    }
    if (codes.size() >= 3) {
      String words = codes.stream().map(SymptomCode::id).collect(Collectors.joining(", "));
      facts.add(
          Fact.inferred(
              FactKinds.CONTRADICTION,
              Slots.of("codes", words, "count", Integer.toString(codes.size()))));
    }
  }
}
