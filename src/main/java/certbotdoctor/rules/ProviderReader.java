package certbotdoctor.rules;

import certbotdoctor.core.ClientVersion;
import certbotdoctor.core.Slots;
import certbotdoctor.yaml.DataFile;
import certbotdoctor.yaml.DataFinding;
import certbotdoctor.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a provider file: every scalar below it becomes a slot {@code provider.path.to.it}; a flag
 * that is false becomes none, so that a sentence may rest on it.
 */
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
    if (text(child(mapping, "follows-cname"), "").equals("false")) {
      slots.put(Provider.IGNORES_CNAME, "true");
    }
    String id = slots.get("provider.id");
    if (id == null) {
      findings.add(new DataFinding(file.file(), 1, 1, "missing-key", "key 'id' is missing"));
      return null;
    }
    return new Provider(
        id,
        texts(mapping, "aliases"),
        Slots.of(slots),
        waits(mapping),
        texts(mapping, "api-hosts"),
        texts(mapping, "name-servers"));
  }

  private List<Provider.Wait> waits(YamlNode.Mapping provider) {
    List<Provider.Wait> waits = new ArrayList<>();
    if (child(provider, "propagation") instanceof YamlNode.Mapping propagation
        && child(propagation, "default") instanceof YamlNode.Sequence all) {
      for (YamlNode item : all.items()) {
        if (item instanceof YamlNode.Mapping one) {
          String seconds = text(child(one, "seconds"), "");
          String since = text(child(one, "since"), "");
          int number = number(seconds);
          if (number >= 0) {
            waits.add(new Provider.Wait(ClientVersion.of(since).orElse(null), number));
          } else {
            findings.add(
                new DataFinding(
                    file.file(), one.line(), one.column(), "wrong-type", "no number of seconds"));
          }
        }
      }
    }
    return waits;
  }

  private static @Nullable YamlNode child(YamlNode.Mapping mapping, String key) {
    for (YamlNode.Entry entry : mapping.entries()) {
      if (entry.key().equals(key)) {
        return entry.value();
      }
    }
    return null;
  }

  /** A number of up to six digits; -1 where the text is none. */
  private static int number(String text) {
    boolean digits = !text.isEmpty() && text.length() <= 6;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits ? Integer.parseInt(text) : -1;
  }

  private static String text(@Nullable YamlNode node, String otherwise) {
    return node instanceof YamlNode.Scalar scalar ? scalar.text().strip() : otherwise;
  }

  private static void flatten(String path, YamlNode node, Map<String, String> slots) {
    if (node instanceof YamlNode.Scalar scalar) {
      if (!scalar.text().isBlank() && !scalar.text().equals("false")) {
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
        boolean sentences = items.get(0).endsWith(".");
        slots.put(path, String.join(sentences ? " " : ", ", items));
      }
    }
  }

  private static List<String> texts(YamlNode.Mapping mapping, String key) {
    List<String> texts = new ArrayList<>();
    if (child(mapping, key) instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (item instanceof YamlNode.Scalar scalar) {
          texts.add(scalar.text());
        }
      }
    }
    return texts;
  }
}
