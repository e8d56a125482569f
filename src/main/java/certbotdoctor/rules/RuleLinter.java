package certbotdoctor.rules;

import certbotdoctor.core.VerdictWord;
import certbotdoctor.yaml.DataFinding;
import certbotdoctor.yaml.YamlFields;
import certbotdoctor.yaml.YamlNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that a rule makes sense by itself, each fault at the place where it stands. */
final class RuleLinter {
  /** Keys below which texts are templates. */
  private static final Set<String> TEMPLATES =
      Set.of(
          "title",
          "summary",
          "text",
          "command",
          "why",
          "says",
          "says-against",
          "verify",
          "would-settle",
          "would-decide",
          "recognise",
          "prove",
          "prevent",
          "myths");

  private final String file;
  private final List<DataFinding> findings;

  RuleLinter(String file, List<DataFinding> findings) {
    this.file = file;
    this.findings = findings;
  }

  void check(YamlNode.Mapping mapping, YamlFields fields, Rule rule) {
    String base = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    if (!base.equals(rule.id() + ".yaml")) {
      fields.reportAt("id", "file-name", "the file of rule '" + rule.id() + "' must be named so");
    }
    if (!rule.id().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      fields.reportAt("id", "rule-id", "ids are kebab-case");
    }
    if (rule.symptoms().isEmpty()) {
      fields.reportAt("symptoms", "no-symptoms", "a rule without symptoms is never thought of");
    }
    for (String key : List.of("evidence", "variants", "remedies")) {
      unique(fields, key);
    }
    tests(fields);
    templates(mapping, "");
  }

  private void unique(YamlFields fields, String key) {
    Set<String> ids = new HashSet<>();
    for (YamlNode.Mapping item : fields.mappings(key)) {
      for (YamlNode.Entry entry : item.entries()) {
        if (entry.key().equals("id")
            && entry.value() instanceof YamlNode.Scalar id
            && !ids.add(id.text())) {
          report(id, "id-twice", "'" + id.text() + "' stands twice among the " + key);
        }
      }
    }
  }

  private void tests(YamlFields fields) {
    Set<String> known = new HashSet<>(Set.of("silent", "alternative"));
    Arrays.stream(VerdictWord.values()).forEach(word -> known.add(word.id()));
    for (YamlNode.Mapping item : fields.mappings("tests")) {
      for (YamlNode.Entry entry : item.entries()) {
        if (entry.key().equals("verdict")) {
          words(entry.value()).stream()
              .filter(word -> !known.contains(word.text()))
              .forEach(word -> report(word, "unknown-verdict", "no verdict is " + word.text()));
        }
      }
    }
  }

  private static List<YamlNode.Scalar> words(YamlNode node) {
    List<YamlNode> items =
        node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
    return items.stream()
        .filter(YamlNode.Scalar.class::isInstance)
        .map(YamlNode.Scalar.class::cast)
        .toList();
  }

  private void templates(YamlNode node, String key) {
    if (node instanceof YamlNode.Mapping mapping) {
      mapping.entries().forEach(entry -> templates(entry.value(), entry.key()));
    } else if (node instanceof YamlNode.Sequence sequence) {
      sequence.items().forEach(item -> templates(item, key));
    } else if (node instanceof YamlNode.Scalar scalar && TEMPLATES.contains(key)) {
      Template.fault(scalar.text(), key.equals("command"))
          .ifPresent(fault -> report(scalar, "template", fault));
    }
  }

  private void report(YamlNode at, String code, String text) {
    findings.add(new DataFinding(file, at.line(), at.column(), code, text));
  }
}
