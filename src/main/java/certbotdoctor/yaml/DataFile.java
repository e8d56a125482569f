package certbotdoctor.yaml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A data file: YAML of the user, or one of the program that was compiled when this was built. */
public final class DataFile {
  private final String file;
  private final @Nullable String yaml;
  private final @Nullable Supplier<@Nullable YamlNode> compiled;

  /**
   * A file of YAML.
   *
   * @param file its name, for findings
   * @param yaml its text
   */
  public DataFile(String file, String yaml) {
    this.file = file;
    this.yaml = yaml;
    this.compiled = null;
  }

  /** A file that has been parsed before, and whose nodes are made when they are read. */
  DataFile(String file, Supplier<@Nullable YamlNode> compiled) {
    this.file = file;
    this.yaml = null;
    this.compiled = compiled;
  }

  /**
   * The {@code *.yaml} files of a directory, by name; none where the directory does not exist.
   *
   * @throws IOException if one of them cannot be read
   */
  public static List<DataFile> ofDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(directory)) {
      files = all.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
    }
    List<DataFile> sources = new ArrayList<>();
    for (Path file : files) {
      sources.add(new DataFile(file.toString(), Files.readString(file, StandardCharsets.UTF_8)));
    }
    return sources;
  }

  /** Its name. */
  public String file() {
    return file;
  }

  /**
   * The document in it; null where it is empty.
   *
   * @param findings gets the parser's complaint, if any; the result is null then
   */
  public @Nullable YamlNode read(List<DataFinding> findings) {
    if (compiled != null) {
      return compiled.get();
    }
    return yaml == null ? null : new YamlReader().read(file, yaml, findings);
  }
}
