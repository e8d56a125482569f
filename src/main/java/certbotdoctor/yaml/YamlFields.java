package certbotdoctor.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a mapping by key; unknown and repeated keys and wrong types become findings. */
public final class YamlFields {
  private final String file;
  private final YamlNode.Mapping mapping;
  private final List<DataFinding> findings;
  private final Map<String, YamlNode> values = new LinkedHashMap<>();

  public YamlFields(
      String file, YamlNode.Mapping mapping, Set<String> known, List<DataFinding> findings) {
    this.file = file;
    this.mapping = mapping;
    this.findings = findings;
    for (YamlNode.Entry entry : mapping.entries()) {
      if (!known.contains(entry.key())) {
        report(entry.line(), entry.column(), "unknown-key", "unknown key '" + entry.key() + "'");
      } else if (values.putIfAbsent(entry.key(), entry.value()) != null) {
        report(
            entry.line(),
            entry.column(),
            "duplicate-key",
            "key '" + entry.key() + "' stands twice");
      }
    }
  }

  public int line() {
    return mapping.line();
  }

  /** The value as it stands; null where the key is absent. */
  public @Nullable YamlNode get(String key) {
    return values.get(key);
  }

  /** A scalar; null, with a finding, where it is missing or no scalar. */
  public @Nullable String required(String key) {
    if (!values.containsKey(key)) {
      report(mapping.line(), mapping.column(), "missing-key", "key '" + key + "' is missing");
      return null;
    }
    return optional(key);
  }

  /** A scalar; null where it is absent or, with a finding, no scalar. */
  public @Nullable String optional(String key) {
    YamlNode value = values.get(key);
    if (value == null) {
      return null;
    }
    if (value instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
      return scalar.text();
    }
    report(value, "wrong-type", "'" + key + "' must be a text that is not empty");
    return null;
  }

  /** A flag; false where it is absent. */
  public boolean flag(String key) {
    YamlNode value = values.get(key);
    String text = value instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    if (value != null && !text.equals("true") && !text.equals("false")) {
      report(value, "wrong-type", "'" + key + "' must be true or false");
    }
    return text.equals("true");
  }

  /** The scalars of a sequence, or the one scalar that stands instead; empty where absent. */
  public List<String> texts(String key) {
    YamlNode value = values.get(key);
    List<String> texts = new ArrayList<>();
    List<YamlNode> items =
        value instanceof YamlNode.Sequence sequence
            ? sequence.items()
            : value == null ? List.of() : List.of(value);
    for (YamlNode item : items) {
      if (item instanceof YamlNode.Scalar scalar) {
        texts.add(scalar.text());
      } else {
        report(item, "wrong-type", "'" + key + "' must hold texts");
      }
    }
    return texts;
  }

  /** The mappings of a sequence; empty where absent. */
  public List<YamlNode.Mapping> mappings(String key) {
    YamlNode value = values.get(key);
    List<YamlNode.Mapping> mappings = new ArrayList<>();
    if (value instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (item instanceof YamlNode.Mapping inner) {
          mappings.add(inner);
        } else {
          report(item, "wrong-type", "'" + key + "' must hold mappings");
        }
      }
    } else if (value != null) {
      report(value, "wrong-type", "'" + key + "' must be a list");
    }
    return mappings;
  }

  /** Reports a fault at the mapping's beginning. */
  public void report(String code, String text) {
    report(mapping.line(), mapping.column(), code, text);
  }

  /** Reports a fault at the value of a key. */
  public void reportAt(String key, String code, String text) {
    YamlNode value = values.get(key);
    report(value == null ? mapping : value, code, text);
  }

  private void report(YamlNode at, String code, String text) {
    report(at.line(), at.column(), code, text);
  }

  private void report(int line, int column, String code, String text) {
    findings.add(new DataFinding(file, line, column, code, text));
  }
}
