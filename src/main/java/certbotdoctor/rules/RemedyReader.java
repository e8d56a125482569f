package certbotdoctor.rules;

import certbotdoctor.yaml.DataFinding;
import certbotdoctor.yaml.YamlFields;
import certbotdoctor.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the remedies of a rule. */
final class RemedyReader {
  private static final Set<String> KEYS =
      Set.of("id", "title", "why", "when", "needs", "steps", "risk", "verify");
  private static final Set<String> RISKS = Set.of("none", "reversible", "destructive");

  private final String file;
  private final ClauseReader clauses;
  private final List<DataFinding> findings;

  RemedyReader(String file, ClauseReader clauses, List<DataFinding> findings) {
    this.file = file;
    this.clauses = clauses;
    this.findings = findings;
  }

  List<RemedySpec> read(YamlFields fields) {
    List<RemedySpec> remedies = new ArrayList<>();
    for (YamlNode.Mapping mapping : fields.mappings("remedies")) {
      YamlFields inner = new YamlFields(file, mapping, KEYS, findings);
      String id = inner.required("id");
      String title = inner.required("title");
      String why = inner.required("why");
      String risk = inner.required("risk");
      if (id == null || title == null || why == null || risk == null) {
        continue;
      }
      if (!RISKS.contains(risk)) {
        inner.reportAt("risk", "unknown-risk", "risk is none, reversible or destructive");
      }
      remedies.add(
          new RemedySpec(
              id,
              title.strip(),
              why.strip(),
              clauses.clauses(inner, "when"),
              inner.texts("needs"),
              steps(inner),
              risk,
              inner.optional("verify")));
    }
    return remedies;
  }

  private List<RemedySpec.Step> steps(YamlFields remedy) {
    List<RemedySpec.Step> steps = new ArrayList<>();
    for (YamlNode.Mapping mapping : remedy.mappings("steps")) {
      YamlFields inner =
          new YamlFields(file, mapping, Set.of("text", "command", "when", "needs"), findings);
      String text = inner.required("text");
      if (text != null) {
        String command = inner.optional("command");
        steps.add(
            new RemedySpec.Step(
                text.strip(),
                command == null ? null : command.strip(),
                clauses.clauses(inner, "when"),
                inner.texts("needs")));
      }
    }
    return steps;
  }
}
