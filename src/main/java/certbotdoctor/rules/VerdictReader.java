package certbotdoctor.rules;

import certbotdoctor.core.VerdictWord;
import certbotdoctor.yaml.DataFinding;
import certbotdoctor.yaml.YamlFields;
import certbotdoctor.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the verdict table of a rule, and checks that it is total and has no dead row. */
final class VerdictReader {
  private final String file;
  private final Set<String> evidence;
  private final List<DataFinding> findings;

  VerdictReader(String file, Set<String> evidence, List<DataFinding> findings) {
    this.file = file;
    this.evidence = Set.copyOf(evidence);
    this.findings = findings;
  }

  List<VerdictRow> read(YamlFields fields) {
    List<VerdictRow> rows = new ArrayList<>();
    boolean closed = false;
    for (YamlNode.Mapping mapping : fields.mappings("verdict")) {
      if (mapping.entries().size() != 1) {
        report(mapping, "verdict-row", "a row has one verdict");
        continue;
      }
      if (closed) {
        report(mapping, "verdict-dead", "a row after one that holds always is never reached");
      }
      YamlNode.Entry entry = mapping.entries().get(0);
      VerdictWord word = word(entry);
      List<VerdictRow.Term> terms = terms(entry);
      closed |= terms.isEmpty();
      if (word != null) {
        rows.add(new VerdictRow(word, terms));
      }
    }
    if (!closed) {
      fields.reportAt("verdict", "verdict-open", "the last row of the verdict must hold always");
    }
    return rows;
  }

  private @Nullable VerdictWord word(YamlNode.Entry entry) {
    for (VerdictWord word : VerdictWord.values()) {
      if (word.id().equals(entry.key())) {
        return word;
      }
    }
    findings.add(
        new DataFinding(
            file,
            entry.line(),
            entry.column(),
            "unknown-verdict",
            "there is no verdict '" + entry.key() + "'"));
    return null;
  }

  private List<VerdictRow.Term> terms(YamlNode.Entry entry) {
    List<VerdictRow.Term> terms = new ArrayList<>();
    if (entry.value() instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (item instanceof YamlNode.Scalar scalar) {
          terms.add(term(scalar));
        }
      }
    } else if (entry.value() instanceof YamlNode.Scalar scalar && !scalar.text().equals("always")) {
      terms.add(term(scalar));
    }
    return terms;
  }

  /** {@code id}, {@code id.against}, {@code not id}, {@code not id.silent}. */
  private VerdictRow.Term term(YamlNode.Scalar scalar) {
    String words = scalar.text();
    boolean not = words.startsWith("not ");
    String rest = not ? words.substring(4) : words;
    int dot = rest.lastIndexOf('.');
    String id = dot < 0 ? rest : rest.substring(0, dot);
    if (!evidence.contains(id)) {
      report(scalar, "unknown-evidence", "the verdict names '" + id + "', which is no evidence");
    }
    String state = dot < 0 ? "supports" : rest.substring(dot + 1);
    for (VerdictRow.State known : VerdictRow.State.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(state)) {
        return new VerdictRow.Term(id, known, not);
      }
    }
    report(scalar, "unknown-state", "evidence is never '" + state + "'");
    return new VerdictRow.Term(id, VerdictRow.State.SUPPORTS, not);
  }

  private void report(YamlNode at, String code, String text) {
    findings.add(new DataFinding(file, at.line(), at.column(), code, text));
  }
}
