package certbotdoctor.diagnose;

import certbotdoctor.acme.DnsChallengeName;
import certbotdoctor.acme.TxtComparison;
import certbotdoctor.acme.TxtContext;
import certbotdoctor.core.Slots;
import certbotdoctor.core.SourceSpan;
import certbotdoctor.run.IdentifierRun;
import certbotdoctor.run.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Expected TXT values against those that the CA found, as facts. */
final class TxtFacts {
  private final List<Fact> facts;
  private final History history;
  private final History.Entry entry;

  TxtFacts(List<Fact> facts, History history, History.Entry entry) {
    this.facts = facts;
    this.history = history;
    this.entry = entry;
  }

  void add(Subject subject) {
    IdentifierRun identifier = subject.identifier();
    if (identifier == null) {
      return;
    }
    for (Problem problem : identifier.problems()) {
      problem.text().symptoms().stream()
          .map(certbotdoctor.ca.CaSymptom::slots)
          .filter(slots -> slots.has("value"))
          .forEach(slots -> compare(subject, identifier, problem, slots));
    }
    String name = DnsChallengeName.of(identifier.name()).value();
    for (int i = 0; i < identifier.expectedTxt().size(); i++) {
      String by = identifier.expectedFrom().get(i);
      Slots slots = Slots.of("by", by, "value", identifier.expectedTxt().get(i)).with("name", name);
      facts.add(Fact.inferred(FactKinds.DEPLOYED, slots));
    }
  }

  private void compare(Subject subject, IdentifierRun identifier, Problem problem, Slots slots) {
    String found = slots.get("value", "");
    List<String> expected = new ArrayList<>(identifier.expectedTxt());
    if (slots.has("expected")) {
      expected.add(0, slots.get("expected", ""));
    }
    TxtComparison comparison = TxtComparison.compare(expected, found, context(subject, identifier));
    SourceSpan span = problem.spans().get(problem.spans().size() - 1);
    Slots values =
        Slots.of("difference", comparison.difference().id(), "found", found)
            .with("expected", comparison.nearest())
            .with("known", Boolean.toString(!expected.isEmpty()))
            .with("position", Integer.toString(comparison.firstDifference() + 1))
            .with("name", slots.get("name", DnsChallengeName.of(identifier.name()).value()));
    facts.add(Fact.logged(FactKinds.TXT, values, span, problem.text().detail()));
  }

  private TxtContext context(Subject subject, IdentifierRun identifier) {
    Set<String> pair = new LinkedHashSet<>();
    for (IdentifierRun other : history.named(subject.certificate(), identifier.name())) {
      if (other.wildcard() != identifier.wildcard()) {
        pair.addAll(other.expectedTxt());
      }
    }
    return new TxtContext(
        Set.copyOf(identifier.tokens()),
        null,
        pair,
        history.earlierValues(entry.index(), identifier.name()));
  }
}
