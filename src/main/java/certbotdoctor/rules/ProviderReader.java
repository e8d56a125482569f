package certbotdoctor.rules;

import certbotdoctor.core.Slots;
import certbotdoctor.yaml.DataFile;
import certbotdoctor.yaml.DataFinding;
import certbotdoctor.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a provider file: every scalar below it becomes a slot {@code provider.path.to.it}. */
final class ProviderReader {
  private final DataFile file;
  private final List<DataFinding> findings;

  ProviderReader(DataFile file, List<DataFinding> findings) {
    this.file = file;
    this.findings = findings;
  }

  @Nullable Provider read() {
    YamlNode node = file.read(findings);
    if (!(node instanceof YamlNode.Mapping mapping)) {
      findings.add(
          new DataFinding(file.file(), 1, 1, "no-provider", "the file must hold one provider"));
      return null;
    }
    Map<String, String> slots = new TreeMap<>();
    flatten("provider", mapping, slots);
    String id = slots.get("provider.id");
    if (id == null) {
      findings.add(new DataFinding(file.file(), 1, 1, "missing-key", "key 'id' is missing"));
      return null;
    }
    return new Provider(
        id,
        texts(mapping, "aliases"),
        Slots.of(slots),
        texts(mapping, "name-servers"),
        texts(mapping, "traps"));
  }

  private static void flatten(String path, YamlNode node, Map<String, String> slots) {
    if (node instanceof YamlNode.Scalar scalar) {
      if (!scalar.text().isBlank()) {
        slots.put(path, scalar.text().strip());
      }
    } else if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        flatten(path + "." + entry.key(), entry.value(), slots);
      }
    } else if (node instanceof YamlNode.Sequence sequence) {
      List<String> items = new ArrayList<>();
      for (YamlNode item : sequence.items()) {
        if (item instanceof YamlNode.Scalar scalar) {
          items.add(scalar.text());
        }
      }
      if (!items.isEmpty()) {
        slots.put(path, String.join(", ", items));
      }
    }
  }

  private static List<String> texts(YamlNode.Mapping mapping, String key) {
    List<String> texts = new ArrayList<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      if (entry.key().equals(key) && entry.value() instanceof YamlNode.Sequence sequence) {
        for (YamlNode item : sequence.items()) {
          if (item instanceof YamlNode.Scalar scalar) {
            texts.add(scalar.text());
          }
        }
      }
    }
    return texts;
  }
}
