package certbotdoctor.catalog;

import certbotdoctor.core.Slots;
import certbotdoctor.yaml.DataFile;
import certbotdoctor.yaml.DataFinding;
import certbotdoctor.yaml.YamlFields;
import certbotdoctor.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads entries from sources. A source is a mapping with {@code speaker}, {@code plugin} and {@code
 * seen} for all its {@code messages}; an entry may say otherwise.
 */
final class CatalogReader {
  private static final Set<String> FILE_KEYS = Set.of("speaker", "plugin", "seen", "messages");
  private static final Set<String> ENTRY_KEYS =
      Set.of(
          "id",
          "kind",
          "speaker",
          "plugin",
          "pattern",
          "patterns",
          "regex",
          "literal",
          "anchored",
          "general",
          "seen",
          "samples");
  private static final Set<String> SAMPLE_KEYS = Set.of("text", "slots");
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)*");

  private final List<DataFinding> findings;
  private final Map<String, CatalogEntry> seenIds = new HashMap<>();

  CatalogReader(List<DataFinding> findings) {
    this.findings = findings;
  }

  /** The entries of a source that could be read; faults become findings. */
  List<CatalogEntry> read(DataFile source) {
    YamlNode root = source.read(findings);
    if (!(root instanceof YamlNode.Mapping mapping)) {
      if (root != null) {
        findings.add(
            new DataFinding(
                source.file(), root.line(), root.column(), "wrong-type", "a mapping is expected"));
      }
      return List.of();
    }
    YamlFields file = new YamlFields(source.file(), mapping, FILE_KEYS, findings);
    List<CatalogEntry> entries = new ArrayList<>();
    for (YamlNode.Mapping message : file.mappings("messages")) {
      CatalogEntry entry = entry(source.file(), file, message);
      if (entry != null) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private @Nullable CatalogEntry entry(String file, YamlFields defaults, YamlNode.Mapping node) {
    YamlFields fields = new YamlFields(file, node, ENTRY_KEYS, findings);
    String id = fields.required("id");
    MessageKind kind = kind(fields);
    Speaker speaker = speaker(fields, defaults);
    List<String> patterns = patterns(fields);
    String plugin = either(fields, defaults, "plugin");
    String seen = either(fields, defaults, "seen");
    if (seen == null) {
      fields.report("missing-key", "key 'seen' is missing");
    }
    if (id == null || kind == null || speaker == null || patterns.isEmpty() || seen == null) {
      return null;
    }
    CatalogEntry entry =
        new CatalogEntry(
            id,
            kind,
            speaker,
            plugin,
            patterns,
            fields.get("regex") != null,
            fields.optional("literal"),
            fields.flag("anchored"),
            fields.flag("general"),
            seen,
            samples(file, fields),
            file,
            fields.line());
    checkId(fields, entry);
    return entry;
  }

  private void checkId(YamlFields fields, CatalogEntry entry) {
    if (!ID.matcher(entry.id()).matches()) {
      fields.reportAt("id", "bad-id", "id '" + entry.id() + "' is not words joined by dots");
    }
    CatalogEntry earlier = seenIds.putIfAbsent(entry.id(), entry);
    if (earlier != null) {
      String place = earlier.file() + ":" + earlier.line();
      fields.reportAt("id", "duplicate-id", "id '" + entry.id() + "' stands also at " + place);
    }
  }

  private static @Nullable MessageKind kind(YamlFields fields) {
    String word = fields.required("kind");
    MessageKind kind = word == null ? null : MessageKind.of(word).orElse(null);
    if (word != null && kind == null) {
      fields.reportAt("kind", "unknown-kind", "kind '" + word + "' is not known");
    }
    return kind;
  }

  private static @Nullable Speaker speaker(YamlFields fields, YamlFields defaults) {
    String word = either(fields, defaults, "speaker");
    Speaker speaker = word == null ? null : Speaker.of(word).orElse(null);
    if (speaker == null) {
      fields.reportAt("speaker", "unknown-speaker", "speaker '" + word + "' is not known");
    }
    return speaker;
  }

  private static @Nullable String either(YamlFields fields, YamlFields defaults, String key) {
    return fields.get(key) != null ? fields.optional(key) : defaults.optional(key);
  }

  private static List<String> patterns(YamlFields fields) {
    List<String> patterns = new ArrayList<>(fields.texts("pattern"));
    patterns.addAll(fields.texts("patterns"));
    List<String> expressions = fields.texts("regex");
    if (patterns.isEmpty() == expressions.isEmpty()) {
      fields.report("missing-key", "either 'pattern', 'patterns' or 'regex' is needed");
    }
    if (!expressions.isEmpty() && fields.get("literal") == null) {
      fields.report("missing-key", "'regex' needs 'literal', a word that every match holds");
    }
    patterns.addAll(expressions);
    return patterns;
  }

  private List<CatalogSample> samples(String file, YamlFields fields) {
    List<CatalogSample> samples = new ArrayList<>();
    for (YamlNode.Mapping node : fields.mappings("samples")) {
      YamlFields sample = new YamlFields(file, node, SAMPLE_KEYS, findings);
      String text = sample.required("text");
      if (text != null) {
        samples.add(new CatalogSample(text, slots(file, sample), node.line(), node.column()));
      }
    }
    if (samples.isEmpty()) {
      fields.report("no-sample", "at least one sample is needed");
    }
    return samples;
  }

  private Slots slots(String file, YamlFields sample) {
    YamlNode node = sample.get("slots");
    Map<String, String> slots = new HashMap<>();
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry slot : mapping.entries()) {
        if (slot.value() instanceof YamlNode.Scalar scalar) {
          slots.put(slot.key(), scalar.text());
        } else {
          findings.add(
              new DataFinding(
                  file, slot.line(), slot.column(), "wrong-type", "a slot's value is a text"));
        }
      }
    } else if (node != null) {
      sample.reportAt("slots", "wrong-type", "'slots' must be a mapping");
    }
    return Slots.of(slots);
  }
}
