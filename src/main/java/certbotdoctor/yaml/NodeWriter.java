package certbotdoctor.yaml;

import java.io.ByteArrayOutputStream;
import java.util.Map;

/** Writes nodes as {@link NodeReader} reads them. */
public final class NodeWriter {
  static final int SCALAR = 0;
  static final int SEQUENCE = 1;
  static final int MAPPING = 2;

  private final Map<String, Integer> strings;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Writes with strings that may have numbers already. */
  NodeWriter(Map<String, Integer> strings) {
    this.strings = strings;
  }

  Map<String, Integer> strings() {
    return strings;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  void raw(byte[] bytes) {
    out.writeBytes(bytes);
  }

  /** A number from 0 on, seven bits a byte, lowest first. */
  public void number(int value) {
    int rest = value;
    while (rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /** A string, by its number. */
  public void string(String string) {
    Integer known = strings.get(string);
    if (known == null) {
      known = strings.size();
      strings.put(string, known);
    }
    number(known);
  }

  void node(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      head(SCALAR, scalar);
      string(scalar.text());
    } else if (node instanceof YamlNode.Sequence sequence) {
      head(SEQUENCE, sequence);
      number(sequence.items().size());
      sequence.items().forEach(this::node);
    } else if (node instanceof YamlNode.Mapping mapping) {
      head(MAPPING, mapping);
      number(mapping.entries().size());
      for (YamlNode.Entry entry : mapping.entries()) {
        string(entry.key());
        number(entry.line());
        number(entry.column());
        node(entry.value());
      }
    }
  }

  private void head(int kind, YamlNode node) {
    number(kind);
    number(node.line());
    number(node.column());
  }
}
