package certbotdoctor.yaml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads numbers, strings and nodes of {@link CompiledData}. */
public final class NodeReader {
  /** Set in the number that tells how long a string is, where its bytes are ASCII. */
  static final int ASCII = 1;

  private final byte[] bytes;
  private final int[] lengths;
  private final int[] starts;
  private final String[] strings;

  /** Where the first string begins. */
  private final int text;

  private int at;

  NodeReader(byte[] bytes) throws IOException {
    this.bytes = bytes;
    int count = number();
    lengths = new int[count];
    starts = new int[count];
    strings = new String[count];
    int end = 0;
    for (int i = 0; i < count; i++) {
      int length = number();
      lengths[i] = length;
      starts[i] = end;
      end += length >> 1;
    }
    if (end > bytes.length - at) {
      throw new IOException("the compiled rules are cut off");
    }
    text = at;
    at += end;
  }

  int position() {
    return at;
  }

  void position(int position) {
    at = position;
  }

  /** The number that is next. */
  public int number() {
    int value = 0;
    int shift = 0;
    while (true) {
      int next = bytes[at++];
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
      shift += 7;
    }
  }

  /** The string that is next. */
  public String string() {
    int number = number();
    String known = strings[number];
    if (known == null) {
      int length = lengths[number];
      known =
          new String(
              bytes,
              text + starts[number],
              length >> 1,
              (length & ASCII) == 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
      strings[number] = known;
    }
    return known;
  }

  /** The node that was written at a position; several threads may ask for theirs. */
  synchronized YamlNode nodeAt(int position) {
    at = position;
    return node();
  }

  private YamlNode node() {
    int kind = number();
    int line = number();
    int column = number();
    if (kind == NodeWriter.SCALAR) {
      return new YamlNode.Scalar(string(), line, column);
    }
    int count = number();
    if (kind == NodeWriter.SEQUENCE) {
      List<YamlNode> items = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        items.add(node());
      }
      return new YamlNode.Sequence(items, line, column);
    }
    List<YamlNode.Entry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String key = string();
      int keyLine = number();
      int keyColumn = number();
      entries.add(new YamlNode.Entry(key, node(), keyLine, keyColumn));
    }
    return new YamlNode.Mapping(entries, line, column);
  }
}
