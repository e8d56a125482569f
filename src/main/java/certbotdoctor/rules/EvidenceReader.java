package certbotdoctor.rules;

import certbotdoctor.core.Stance;
import certbotdoctor.rules.EvidenceSpec.ProbeSpec;
import certbotdoctor.yaml.DataFinding;
import certbotdoctor.yaml.YamlFields;
import certbotdoctor.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the evidence of a rule. */
final class EvidenceReader {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "fact",
          "where",
          "absent",
          "probe",
          "with",
          "outcomes",
          "mutable",
          "fresh-minutes",
          "stance",
          "says",
          "says-against",
          "would-settle");

  private final String file;
  private final FactVocabulary vocabulary;
  private final ClauseReader clauses;
  private final List<DataFinding> findings;

  EvidenceReader(
      String file, FactVocabulary vocabulary, ClauseReader clauses, List<DataFinding> findings) {
    this.file = file;
    this.vocabulary = vocabulary;
    this.clauses = clauses;
    this.findings = findings;
  }

  List<EvidenceSpec> read(YamlFields fields) {
    List<EvidenceSpec> specs = new ArrayList<>();
    for (YamlNode.Mapping mapping : fields.mappings("evidence")) {
      YamlFields inner = new YamlFields(file, mapping, KEYS, findings);
      String id = inner.required("id");
      String says = inner.required("says");
      if (id == null || says == null) {
        continue;
      }
      ProbeSpec probe = probe(inner);
      Clause clause = probe == null ? clause(mapping) : null;
      if (probe == null && clause == null) {
        inner.report("no-source", "evidence '" + id + "' rests on neither fact nor probe");
        continue;
      }
      if (probe != null && wordless(probe, inner)) {
        inner.reportAt("says", "says-against", "outcomes for and against need a sentence each");
      }
      specs.add(
          new EvidenceSpec(
              id,
              clause,
              probe,
              RuleReader.stance(inner.optional("stance")),
              says.strip(),
              inner.optional("says-against"),
              inner.optional("would-settle")));
    }
    return specs;
  }

  /** Whether one sentence would have to stand for outcomes that say opposite things. */
  private static boolean wordless(ProbeSpec probe, YamlFields inner) {
    return probe.outcomes().containsValue(Stance.SUPPORTS)
        && probe.outcomes().containsValue(Stance.AGAINST)
        && inner.optional("says-against") == null;
  }

  /** The clause of an evidence stands in the same mapping. */
  private @Nullable Clause clause(YamlNode.Mapping mapping) {
    List<YamlNode.Entry> own =
        mapping.entries().stream()
            .filter(entry -> Set.of("fact", "where", "absent").contains(entry.key()))
            .toList();
    YamlNode.Mapping part = new YamlNode.Mapping(own, mapping.line(), mapping.column());
    YamlNode.Entry wrapped = new YamlNode.Entry("clause", part, mapping.line(), mapping.column());
    YamlNode.Mapping holder =
        new YamlNode.Mapping(List.of(wrapped), mapping.line(), mapping.column());
    List<Clause> found =
        clauses.clauses(new YamlFields(file, holder, Set.of("clause"), findings), "clause");
    return found.isEmpty() ? null : found.get(0);
  }

  private @Nullable ProbeSpec probe(YamlFields inner) {
    String name = inner.optional("probe");
    if (name == null) {
      return null;
    }
    Set<String> known = vocabulary.outcomesOf(name);
    if (known == null) {
      inner.reportAt("probe", "unknown-probe", "there is no probe '" + name + "'");
      return null;
    }
    TreeMap<String, String> with = new TreeMap<>();
    if (inner.get("with") instanceof YamlNode.Mapping slots) {
      slots.entries().forEach(entry -> with.put(entry.key(), scalar(entry)));
    }
    TreeMap<String, Stance> outcomes = new TreeMap<>();
    if (inner.get("outcomes") instanceof YamlNode.Mapping map) {
      for (YamlNode.Entry entry : map.entries()) {
        if (!FactVocabulary.has(known, entry.key())) {
          inner.reportAt("outcomes", "unknown-outcome", name + " has no outcome " + entry.key());
        }
        outcomes.put(entry.key(), RuleReader.stance(scalar(entry)));
      }
    }
    String fresh = inner.optional("fresh-minutes");
    int minutes = fresh != null && fresh.matches("\\d{1,6}") ? Integer.parseInt(fresh) : 15;
    return new ProbeSpec(name, with, outcomes, inner.flag("mutable"), minutes);
  }

  private static String scalar(YamlNode.Entry entry) {
    return entry.value() instanceof YamlNode.Scalar scalar ? scalar.text() : "";
  }
}
