package certbotdoctor.yaml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Documents in a compact form: each string once, in one run of UTF-8, then the nodes of each file
 * in preorder, then tables that were made of them. Reading decodes a string and makes the nodes of
 * a file only when it is asked for.
 */
final class CompiledData {
  private final NodeReader reader;
  private final Map<String, Map<String, Integer>> offsets = new LinkedHashMap<>();
  private final Map<String, Integer> tables;

  private CompiledData(NodeReader reader) throws IOException {
    this.reader = reader;
    int folders = reader.number();
    for (int i = 0; i < folders; i++) {
      offsets.put(reader.string(), parts(reader));
    }
    tables = parts(reader);
  }

  /** Where the parts begin that are next, by name. */
  private static Map<String, Integer> parts(NodeReader reader) {
    Map<String, Integer> parts = new LinkedHashMap<>();
    int count = reader.number();
    for (int k = 0; k < count; k++) {
      String name = reader.string();
      int length = reader.number();
      parts.put(name, reader.position());
      reader.position(reader.position() + length);
    }
    return parts;
  }

  /** The documents in bytes that {@link #write} made. */
  static CompiledData of(byte[] bytes) throws IOException {
    return new CompiledData(new NodeReader(bytes));
  }

  /** The files of a folder, in their order; none where there is no such folder. */
  List<DataFile> files(String folder) {
    List<DataFile> files = new ArrayList<>();
    for (Map.Entry<String, Integer> file : offsets.getOrDefault(folder, Map.of()).entrySet()) {
      int at = file.getValue();
      files.add(new DataFile(file.getKey(), () -> reader.nodeAt(at)));
    }
    return files;
  }

  /** A reader that stands before a table; it is good until a node is read. */
  NodeReader table(String name) throws IOException {
    Integer at = tables.get(name);
    if (at == null) {
      throw new IOException("the compiled rules lack the table of " + name);
    }
    reader.position(at);
    return reader;
  }

  /** What one part holds. */
  interface Part {
    void write(NodeWriter out) throws IOException;
  }

  /** The bytes of documents by folder and file name, and of tables by name. */
  static byte[] write(Map<String, Map<String, YamlNode>> folders, Map<String, Part> tables)
      throws IOException {
    NodeWriter body = new NodeWriter(new LinkedHashMap<>());
    body.number(folders.size());
    for (Map.Entry<String, Map<String, YamlNode>> folder : folders.entrySet()) {
      body.string(folder.getKey());
      Map<String, Part> files = new LinkedHashMap<>();
      folder.getValue().forEach((name, node) -> files.put(name, out -> out.node(node)));
      parts(files, body);
    }
    parts(tables, body);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    NodeWriter head = new NodeWriter(new LinkedHashMap<>());
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    head.number(body.strings().size());
    for (String string : body.strings().keySet()) {
      byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
      boolean ascii = bytes.length == string.length();
      head.number(bytes.length << 1 | (ascii ? NodeReader.ASCII : 0));
      text.writeBytes(bytes);
    }
    all.writeBytes(head.bytes());
    all.writeBytes(text.toByteArray());
    all.writeBytes(body.bytes());
    return all.toByteArray();
  }

  private static void parts(Map<String, Part> parts, NodeWriter body) throws IOException {
    body.number(parts.size());
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      body.string(part.getKey());
      NodeWriter one = new NodeWriter(body.strings());
      part.getValue().write(one);
      body.number(one.bytes().length);
      body.raw(one.bytes());
    }
  }
}
