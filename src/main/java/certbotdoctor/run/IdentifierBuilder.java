package certbotdoctor.run;

import certbotdoctor.ca.CaSymptom;
import certbotdoctor.core.ChallengeType;
import certbotdoctor.run.Authorizations.Authorization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what a run tells about one identifier. */
final class IdentifierBuilder {
  final String name;
  final boolean wildcard;
  final ProblemList problems = new ProblemList();
  @Nullable ChallengeType challenge;
  boolean failed;

  /** Whether the client waited for its record or answer to be seen, as far as is told. */
  boolean awaited;

  /** Values told by prompt, plugin or debug output, with their source. */
  private final Map<String, String> told = new LinkedHashMap<>();

  IdentifierBuilder(String name, boolean wildcard) {
    this.name = name;
    this.wildcard = wildcard;
  }

  boolean failing() {
    return failed || awaited || problems.failed();
  }

  void told(String value, String source) {
    told.putIfAbsent(value, source);
  }

  boolean knowsValue(String value) {
    return told.containsKey(value);
  }

  int toldCount() {
    return told.size();
  }

  /** The identifier with its expected values, where token and thumbprint give them. */
  IdentifierRun build(
      Authorizations authorizations, @Nullable String thumbprint, RunOutcome certificate) {
    List<Authorization> own = authorizations.of(name, wildcard);
    List<String> tokens =
        own.stream().filter(a -> a.dnsToken != null).map(a -> a.dnsToken + "").toList();
    Map<String, String> expected = new LinkedHashMap<>();
    ChallengeType tried = tried(own);
    if (thumbprint != null && dns(tried)) {
      tokens.forEach(token -> expected.put(ExpectedValue.of(token, thumbprint), "computed"));
    }
    if (expected.isEmpty()) {
      told.forEach(expected::putIfAbsent);
    }
    List<Problem> list = problems.problems();
    boolean reused = authorizations.reused(name, wildcard) && list.isEmpty();
    return new IdentifierRun(
        name,
        wildcard,
        reused ? null : tried,
        reused ? RunOutcome.SUCCESS : outcome(own, certificate),
        List.copyOf(expected.keySet()),
        List.copyOf(expected.values()),
        tokens,
        found(list),
        list);
  }

  private static boolean dns(@Nullable ChallengeType type) {
    return type == null || type == ChallengeType.DNS_01;
  }

  private @Nullable ChallengeType tried(List<Authorization> own) {
    for (Authorization authorization : own) {
      if (authorization.attempted != null) {
        return authorization.attempted;
      }
    }
    return challenge;
  }

  private RunOutcome outcome(List<Authorization> own, RunOutcome certificate) {
    boolean invalid = own.stream().anyMatch(a -> a.status.equals("invalid"));
    boolean valid = !own.isEmpty() && own.stream().allMatch(a -> a.status.equals("valid"));
    if (invalid || ((failed || awaited) && own.isEmpty()) || problems.failed()) {
      return RunOutcome.FAILURE;
    }
    if (valid || certificate.healthy()) {
      return RunOutcome.SUCCESS;
    }
    return RunOutcome.INCOMPLETE;
  }

  private static List<String> found(List<Problem> problems) {
    Set<String> values = new LinkedHashSet<>();
    for (Problem problem : problems) {
      for (CaSymptom symptom : problem.text().symptoms()) {
        String value = symptom.slots().get("value");
        if (value != null) {
          values.add(value);
        }
      }
    }
    return new ArrayList<>(values);
  }
}
