package certbotdoctor.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A folder of {@code samples/}.
 *
 * @param folder the folder, relative to the project
 * @param spec its {@code case.yaml}
 */
public record Sample(Path folder, JsonNode spec) {
  private static final Path ALL = Path.of("samples");
  private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory()).build();

  /** All samples, by name. */
  public static List<Sample> all() {
    try (Stream<Path> folders = Files.list(ALL)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("case.yaml")))
          .sorted()
          .map(Sample::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sample in the folder of that name. */
  public static Sample named(String name) {
    return of(ALL.resolve(name));
  }

  private static Sample of(Path folder) {
    try {
      return new Sample(folder, YAML.readTree(folder.resolve("case.yaml").toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of its folder. */
  public String name() {
    return String.valueOf(folder.getFileName());
  }

  /** What is expected of the program. */
  public JsonNode expect() {
    return spec.path("expect");
  }

  /** The files and folders that it gives to the program. */
  public List<Path> inputs() {
    return texts(spec.path("input")).stream().map(folder::resolve).toList();
  }

  /** Runs the program on it, offline, with more options. */
  public Execution run(String... options) {
    List<String> args = new ArrayList<>(List.of("--offline"));
    args.addAll(List.of(options));
    args.addAll(texts(spec.path("args")));
    if (spec.has("config")) {
      args.add("--config-dir");
      args.add(folder.resolve(spec.path("config").asText()).toString());
    }
    inputs().forEach(input -> args.add(input.toString()));
    return Execution.of(args.toArray(String[]::new));
  }

  /** A list, or one value that stands for a list of one. */
  public static List<String> texts(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList()
        : List.of(node.asText());
  }
}
