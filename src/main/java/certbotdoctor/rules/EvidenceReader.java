package certbotdoctor.rules;

import certbotdoctor.core.Stance;
import certbotdoctor.rules.EvidenceSpec.Age;
import certbotdoctor.rules.EvidenceSpec.ProbeSpec;
import certbotdoctor.yaml.DataFinding;
import certbotdoctor.yaml.YamlFields;
import certbotdoctor.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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
          "after-failure",
          "mutable",
          "fresh-minutes",
          "from-minutes",
          "to-minutes",
          "stance",
          "says",
          "says-against",
          "would-settle");

  private static final Set<String> CLAUSE_KEYS = Set.of("fact", "where", "absent");

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
    List<YamlNode.Entry> own = new ArrayList<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      if (CLAUSE_KEYS.contains(entry.key())) {
        own.add(entry);
      }
    }
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
    FactVocabulary.Probe known = vocabulary.probe(name);
    if (known == null) {
      inner.reportAt("probe", "unknown-probe", "there is no probe '" + name + "'");
      return null;
    }
    TreeMap<String, String> with = new TreeMap<>();
    if (inner.get("with") instanceof YamlNode.Mapping slots) {
      slots.entries().forEach(entry -> with.put(entry.key(), scalar(entry)));
    }
    slots(inner, name, known, with.keySet());
    TreeMap<String, Stance> outcomes = new TreeMap<>();
    if (inner.get("outcomes") instanceof YamlNode.Mapping map) {
      for (YamlNode.Entry entry : map.entries()) {
        if (!FactVocabulary.has(known.outcomes(), entry.key())) {
          inner.reportAt("outcomes", "unknown-outcome", name + " has no outcome " + entry.key());
        }
        outcomes.put(entry.key(), RuleReader.stance(scalar(entry)));
      }
    }
    Integer fresh = minutes(inner, "fresh-minutes");
    Integer from = minutes(inner, "from-minutes");
    Age age = new Age(from == null ? 0 : from, minutes(inner, "to-minutes"));
    SortedMap<String, Condition> where = clauses.where(inner, known.facts(), name);
    return new ProbeSpec(
        name,
        with,
        outcomes,
        where,
        inner.flag("after-failure"),
        inner.flag("mutable"),
        fresh == null ? 15 : fresh,
        age);
  }

  private static @Nullable Integer minutes(YamlFields inner, String field) {
    String text = inner.optional(field);
    return text != null && text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
  }

  /** Whether a request names only slots that the probe takes, and all that it needs. */
  private static void slots(
      YamlFields inner, String name, FactVocabulary.Probe known, Set<String> given) {
    Set<String> bare = new TreeSet<>();
    given.forEach(
        slot -> bare.add(slot.endsWith("?") ? slot.substring(0, slot.length() - 1) : slot));
    for (String slot : bare) {
      if (!FactVocabulary.has(known.slots(), slot)) {
        inner.reportAt("with", "unknown-slot", name + " takes no '" + slot + "'");
      }
    }
    for (String need : new TreeSet<>(known.needs())) {
      if (!given.contains(need)) {
        inner.reportAt("with", "missing-slot", name + " needs '" + need + "'");
      }
    }
  }

  private static String scalar(YamlNode.Entry entry) {
    return entry.value() instanceof YamlNode.Scalar scalar ? scalar.text() : "";
  }
}
