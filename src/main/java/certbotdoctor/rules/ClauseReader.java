package certbotdoctor.rules;

import certbotdoctor.yaml.DataFinding;
import certbotdoctor.yaml.YamlFields;
import certbotdoctor.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads clauses: {@code {fact: problem, where: {code: [a, b], seconds: {below: 30}}}}. */
final class ClauseReader {
  private static final Set<String> KEYS = Set.of("fact", "where", "absent");
  private static final Set<String> TESTS = Set.of("not", "below", "above", "present", "ends");

  private final String file;
  private final List<DataFinding> findings;
  private final FactVocabulary vocabulary;

  ClauseReader(String file, FactVocabulary vocabulary, List<DataFinding> findings) {
    this.file = file;
    this.vocabulary = vocabulary;
    this.findings = findings;
  }

  /** The clauses of a key: a list of mappings, or one mapping. */
  List<Clause> clauses(YamlFields fields, String key) {
    YamlNode value = fields.get(key);
    if (value instanceof YamlNode.Mapping one) {
      return clause(one).map(List::of).orElse(List.of());
    }
    List<Clause> clauses = new ArrayList<>();
    fields.mappings(key).forEach(mapping -> clause(mapping).ifPresent(clauses::add));
    return clauses;
  }

  /** Alternatives: a list of clauses, or of {@code {all: [clauses]}}. */
  List<List<Clause>> alternatives(YamlFields fields, String key) {
    List<List<Clause>> alternatives = new ArrayList<>();
    for (YamlNode.Mapping mapping : fields.mappings(key)) {
      if (has(mapping, "all")) {
        alternatives.add(clauses(new YamlFields(file, mapping, Set.of("all"), findings), "all"));
      } else {
        clause(mapping).ifPresent(clause -> alternatives.add(List.of(clause)));
      }
    }
    return alternatives;
  }

  private static boolean has(YamlNode.Mapping mapping, String key) {
    for (YamlNode.Entry entry : mapping.entries()) {
      if (entry.key().equals(key)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Clause> clause(YamlNode.Mapping mapping) {
    YamlFields fields = new YamlFields(file, mapping, KEYS, findings);
    String fact = fields.required("fact");
    if (fact == null) {
      return Optional.empty();
    }
    Set<String> slots = vocabulary.slots(fact);
    if (slots == null) {
      fields.reportAt("fact", "unknown-fact", "there is no fact '" + fact + "'");
      return Optional.empty();
    }
    return Optional.of(
        Clause.of(fact, where(fields, slots, "fact '" + fact + "'"), fields.flag("absent")));
  }

  /** The conditions below {@code where}, on slots of a fact or on what a probe tells. */
  SortedMap<String, Condition> where(YamlFields fields, Set<String> slots, String whose) {
    SortedMap<String, Condition> where = new TreeMap<>();
    if (fields.get("where") instanceof YamlNode.Mapping conditions) {
      for (YamlNode.Entry entry : conditions.entries()) {
        if (!FactVocabulary.has(slots, entry.key())) {
          report(entry, "unknown-slot", whose + " has no '" + entry.key() + "'");
        }
        Condition condition = condition(entry);
        if (condition != null) {
          where.put(entry.key(), condition);
        }
      }
    }
    return where;
  }

  private @Nullable Condition condition(YamlNode.Entry entry) {
    if (entry.value() instanceof YamlNode.Scalar scalar) {
      return new Condition(Condition.Test.ONE_OF, List.of(scalar.text()));
    }
    if (entry.value() instanceof YamlNode.Sequence sequence) {
      return new Condition(Condition.Test.ONE_OF, texts(sequence));
    }
    YamlNode.Mapping mapping = (YamlNode.Mapping) entry.value();
    YamlFields fields = new YamlFields(file, mapping, TESTS, findings);
    if (fields.get("not") != null) {
      return new Condition(Condition.Test.NOT, fields.texts("not"));
    }
    if (fields.get("ends") != null) {
      return new Condition(Condition.Test.ENDS, fields.texts("ends"));
    }
    if (fields.get("below") != null) {
      return new Condition(Condition.Test.BELOW, fields.texts("below"));
    }
    if (fields.get("above") != null) {
      return new Condition(Condition.Test.ABOVE, fields.texts("above"));
    }
    if (fields.get("present") == null) {
      report(entry, "empty-condition", "'" + entry.key() + "' has no condition");
      return null;
    }
    Condition.Test test = fields.flag("present") ? Condition.Test.PRESENT : Condition.Test.MISSING;
    return new Condition(test, List.of());
  }

  private static List<String> texts(YamlNode.Sequence sequence) {
    List<String> texts = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      if (item instanceof YamlNode.Scalar scalar) {
        texts.add(scalar.text());
      }
    }
    return texts;
  }

  private void report(YamlNode.Entry entry, String code, String text) {
    findings.add(new DataFinding(file, entry.line(), entry.column(), code, text));
  }
}
