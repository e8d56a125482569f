package certbotdoctor.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of the catalogue.
 *
 * @param file its name, for findings
 * @param yaml its text
 */
public record CatalogSource(String file, String yaml) {
  /**
   * The {@code *.yaml} files of a directory, by name; none where the directory does not exist.
   *
   * @throws IOException if one of them cannot be read
   */
  public static List<CatalogSource> ofDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(directory)) {
      files = all.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
    }
    List<CatalogSource> sources = new ArrayList<>();
    for (Path file : files) {
      sources.add(
          new CatalogSource(file.toString(), Files.readString(file, StandardCharsets.UTF_8)));
    }
    return sources;
  }
}
