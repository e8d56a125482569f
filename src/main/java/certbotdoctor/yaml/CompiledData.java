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
 * in preorder. Reading decodes the run at once and makes the nodes of a file only when it is asked
 * for.
 */
final class CompiledData {
  private final NodeReader reader;
  private final Map<String, Map<String, Integer>> offsets = new LinkedHashMap<>();

  private CompiledData(NodeReader reader) throws IOException {
    this.reader = reader;
    int folders = reader.number();
    for (int i = 0; i < folders; i++) {
      Map<String, Integer> files = new LinkedHashMap<>();
      offsets.put(reader.string(), files);
      int count = reader.number();
      for (int k = 0; k < count; k++) {
        String name = reader.string();
        int length = reader.number();
        files.put(name, reader.position());
        reader.position(reader.position() + length);
      }
    }
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

  /** The bytes of documents by folder and file name. */
  static byte[] write(Map<String, Map<String, YamlNode>> folders) {
    NodeWriter body = new NodeWriter(new LinkedHashMap<>());
    body.number(folders.size());
    folders.forEach(
        (folder, files) -> {
          body.string(folder);
          body.number(files.size());
          files.forEach(
              (name, node) -> {
                body.string(name);
                NodeWriter one = new NodeWriter(body.strings());
                one.node(node);
                body.number(one.bytes().length);
                body.raw(one.bytes());
              });
        });
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    NodeWriter head = new NodeWriter(new LinkedHashMap<>());
    byte[] text = String.join("", body.strings().keySet()).getBytes(StandardCharsets.UTF_8);
    head.number(body.strings().size());
    body.strings().keySet().forEach(string -> head.number(string.length()));
    head.number(text.length);
    all.writeBytes(head.bytes());
    all.writeBytes(text);
    all.writeBytes(body.bytes());
    return all.toByteArray();
  }
}
