package certbotdoctor.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Compiles the YAML of {@code rules/} into the one resource that the program reads at its start.
 * Runs when the program is built; YAML stays the source, and the form of a user's own rules.
 */
public final class DataCompiler {
  /** Where the program finds the result. */
  static final String RESOURCE = "/rules/compiled.data";

  private DataCompiler() {}

  /**
   * Compiles.
   *
   * @param arguments the directory {@code rules}, and the file to write
   * @throws IOException if a file cannot be read or written, or is no YAML
   */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target.toAbsolutePath().getParent());
    Files.write(target, compile(Path.of(arguments[0])));
  }

  /** The compiled form of all folders of a directory; file names are {@code rules/folder/name}. */
  static byte[] compile(Path rules) throws IOException {
    List<DataFinding> findings = new ArrayList<>();
    Map<String, Map<String, YamlNode>> folders = new LinkedHashMap<>();
    for (Path folder : folders(rules)) {
      Map<String, YamlNode> files = new LinkedHashMap<>();
      for (DataFile file : DataFile.ofDirectory(folder)) {
        YamlNode node = file.read(findings);
        if (node != null) {
          files.put(name(folder, file), node);
        }
      }
      folders.put(String.valueOf(folder.getFileName()), files);
    }
    if (!findings.isEmpty()) {
      throw new IOException(findings.toString());
    }
    Map<String, CompiledData.Part> tables = new LinkedHashMap<>();
    for (TableMaker maker : ServiceLoader.load(TableMaker.class)) {
      List<DataFile> files = DataFile.ofDirectory(rules.resolve(maker.folder()));
      tables.put(maker.folder(), out -> maker.make(files, out));
    }
    return CompiledData.write(folders, tables);
  }

  private static String name(Path folder, DataFile file) {
    return "rules/" + folder.getFileName() + "/" + Path.of(file.file()).getFileName();
  }

  private static List<Path> folders(Path rules) throws IOException {
    try (Stream<Path> all = Files.list(rules)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }
}
