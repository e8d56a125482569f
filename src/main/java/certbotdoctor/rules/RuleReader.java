package certbotdoctor.rules;

import certbotdoctor.core.Stance;
import certbotdoctor.rules.Rule.Frequency;
import certbotdoctor.rules.Rule.Reference;
import certbotdoctor.rules.Rule.RuleTest;
import certbotdoctor.rules.Rule.Variant;
import certbotdoctor.yaml.DataFile;
import certbotdoctor.yaml.DataFinding;
import certbotdoctor.yaml.YamlFields;
import certbotdoctor.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one rule file; every fault becomes a finding with its place. */
final class RuleReader {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "since",
          "title",
          "summary",
          "severity",
          "frequency",
          "frequency-if",
          "symptoms",
          "unless",
          "evidence",
          "verdict",
          "variants",
          "explains",
          "remedies",
          "myths",
          "would-decide",
          "recognise",
          "prove",
          "prevent",
          "references",
          "tests");

  private final DataFile file;
  private final List<DataFinding> findings;
  private final boolean checked;
  private final ClauseReader clauses;
  private final EvidenceReader evidence;
  private final RemedyReader remedies;

  RuleReader(DataFile file, FactVocabulary vocabulary, List<DataFinding> findings) {
    this.file = file;
    this.checked = vocabulary.takesEverything();
    this.findings = findings;
    this.clauses = new ClauseReader(file.file(), vocabulary, findings);
    this.evidence = new EvidenceReader(file.file(), vocabulary, clauses, findings);
    this.remedies = new RemedyReader(file.file(), clauses, findings);
  }

  /**
   * When to think of the rule of this file. Of a file that was checked when the program was built,
   * the rest is read when the rule is asked for; of any other at once, so that its faults are told.
   */
  @Nullable Suspicion suspicion() {
    if (!checked) {
      Rule rule = read();
      return rule == null ? null : Suspicion.of(rule);
    }
    YamlNode.Mapping mapping = mapping();
    if (mapping == null) {
      return null;
    }
    YamlFields fields = fields(mapping, KEYS);
    String id = fields.required("id");
    return id == null
        ? null
        : new Suspicion(
            id,
            clauses.alternatives(fields, "symptoms"),
            clauses.clauses(fields, "unless"),
            new Rest());
  }

  /** Reads a rule of which a part is known; once. */
  private final class Rest implements Supplier<Rule> {
    private @Nullable Rule rule;

    @Override
    public synchronized Rule get() {
      if (rule == null) {
        rule = read();
      }
      if (rule == null || !findings.isEmpty()) {
        throw new IllegalStateException("faults in a checked rule: " + findings);
      }
      return rule;
    }
  }

  private YamlNode.@Nullable Mapping mapping() {
    YamlNode node = file.read(findings);
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping;
    }
    findings.add(new DataFinding(file.file(), 1, 1, "no-rule", "the file must hold one rule"));
    return null;
  }

  @Nullable Rule read() {
    YamlNode.Mapping mapping = mapping();
    if (mapping == null) {
      return null;
    }
    YamlFields fields = fields(mapping, KEYS);
    String id = fields.required("id");
    String title = fields.required("title");
    String summary = fields.required("summary");
    if (id == null || title == null || summary == null) {
      return null;
    }
    Rule rule = rule(fields, id, title, summary);
    if (!checked) {
      new RuleLinter(file.file(), findings).check(mapping, fields, rule);
    }
    return rule;
  }

  private Rule rule(YamlFields fields, String id, String title, String summary) {
    List<EvidenceSpec> specs = evidence.read(fields);
    return new Rule(
        id,
        text(fields, "since", "0.1.0"),
        title.strip(),
        summary.strip(),
        text(fields, "severity", "failure"),
        number(fields, "frequency", 50),
        frequencies(fields),
        clauses.alternatives(fields, "symptoms"),
        clauses.clauses(fields, "unless"),
        specs,
        new VerdictReader(file.file(), ids(specs), findings).read(fields),
        variants(fields),
        fields.texts("explains"),
        remedies.read(fields),
        fields.texts("myths"),
        fields.optional("would-decide"),
        new Rule.Page(
            fields.optional("recognise"), fields.optional("prove"), fields.optional("prevent")),
        references(fields),
        tests(fields));
  }

  private static Set<String> ids(List<EvidenceSpec> specs) {
    return specs.stream().map(EvidenceSpec::id).collect(Collectors.toSet());
  }

  private YamlFields fields(YamlNode.Mapping mapping, Set<String> keys) {
    return new YamlFields(file.file(), mapping, keys, findings);
  }

  private static String text(YamlFields fields, String key, String otherwise) {
    String value = fields.optional(key);
    return value == null ? otherwise : value.strip();
  }

  private static int number(YamlFields fields, String key, int otherwise) {
    String value = fields.optional(key);
    if (value == null) {
      return otherwise;
    }
    if (!value.matches("\\d{1,3}")) {
      fields.reportAt(key, "wrong-type", "'" + key + "' must be a number from 0 to 100");
      return otherwise;
    }
    return Integer.parseInt(value);
  }

  private List<Frequency> frequencies(YamlFields fields) {
    List<Frequency> all = new ArrayList<>();
    for (YamlNode.Mapping mapping : fields.mappings("frequency-if")) {
      YamlFields inner = fields(mapping, Set.of("frequency", "when"));
      all.add(new Frequency(number(inner, "frequency", 50), clauses.clauses(inner, "when")));
    }
    return all;
  }

  private List<Variant> variants(YamlFields fields) {
    List<Variant> all = new ArrayList<>();
    for (YamlNode.Mapping mapping : fields.mappings("variants")) {
      YamlFields inner = fields(mapping, Set.of("id", "when", "title", "summary"));
      String id = inner.required("id");
      if (id != null) {
        all.add(
            new Variant(
                id,
                clauses.clauses(inner, "when"),
                inner.optional("title"),
                inner.optional("summary")));
      }
    }
    return all;
  }

  private List<Reference> references(YamlFields fields) {
    List<Reference> all = new ArrayList<>();
    for (YamlNode.Mapping mapping : fields.mappings("references")) {
      YamlFields inner = fields(mapping, Set.of("title", "url"));
      String title = inner.required("title");
      String url = inner.required("url");
      if (title != null && url != null) {
        all.add(new Reference(title, url));
      }
    }
    return all;
  }

  private List<RuleTest> tests(YamlFields fields) {
    List<RuleTest> all = new ArrayList<>();
    for (YamlNode.Mapping mapping : fields.mappings("tests")) {
      YamlFields inner = fields(mapping, Set.of("sample", "verdict"));
      String sample = inner.required("sample");
      List<String> verdicts = inner.texts("verdict");
      if (sample != null) {
        all.add(new RuleTest(sample, verdicts));
      }
    }
    return all;
  }

  /** The stance of a word, SUPPORTS where it is none. */
  static Stance stance(@Nullable String word) {
    for (Stance stance : Stance.values()) {
      if (stance.id().equals(word)) {
        return stance;
      }
    }
    return Stance.SUPPORTS;
  }
}
