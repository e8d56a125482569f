package certbotdoctor.rules;

import certbotdoctor.yaml.DataFile;
import certbotdoctor.yaml.DataFinding;
import certbotdoctor.yaml.YamlFields;
import certbotdoctor.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a notice file. */
final class NoticeReader {
  private NoticeReader() {}

  static @Nullable NoticeRule read(
      DataFile file, FactVocabulary vocabulary, List<DataFinding> findings) {
    YamlNode node = file.read(findings);
    if (!(node instanceof YamlNode.Mapping mapping)) {
      findings.add(
          new DataFinding(file.file(), 1, 1, "no-notice", "the file must hold one notice"));
      return null;
    }
    YamlFields fields =
        new YamlFields(file.file(), mapping, Set.of("id", "symptoms", "text", "command"), findings);
    String id = fields.required("id");
    String text = fields.required("text");
    if (id == null || text == null) {
      return null;
    }
    ClauseReader clauses = new ClauseReader(file.file(), vocabulary, findings);
    return new NoticeRule(
        id, clauses.alternatives(fields, "symptoms"), text.strip(), fields.optional("command"));
  }
}
