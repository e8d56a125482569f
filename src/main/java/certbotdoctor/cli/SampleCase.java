package certbotdoctor.cli;

import certbotdoctor.yaml.DataFile;
import certbotdoctor.yaml.DataFinding;
import certbotdoctor.yaml.YamlFields;
import certbotdoctor.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sample: an input, and what a fair expert would say of it.
 *
 * @param name name of its folder
 * @param inputs the paths to read
 * @param config the folder for {@code --config-dir}, or null
 * @param expected the causes of each diagnosis, in order; any of a list is right
 */
record SampleCase(
    String name, List<Path> inputs, @Nullable Path config, List<List<String>> expected) {
  private static final Set<String> KEYS =
      Set.of("origin", "client", "description", "input", "args", "config", "expect");
  private static final Set<String> EXPECT =
      Set.of("exit", "diagnoses", "order", "listed", "expectedTxt");
  private static final Set<String> DIAGNOSIS = Set.of("cause", "verdict", "identifiers");

  SampleCase {
    inputs = List.copyOf(inputs);
    expected = expected.stream().map(List::copyOf).toList();
  }

  /**
   * All samples of a directory, by name.
   *
   * @param findings gets the faults of their case files
   * @throws IOException if one cannot be read
   */
  static List<SampleCase> in(Path directory, List<DataFinding> findings) throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.list(directory)) {
      folders =
          all.filter(folder -> Files.isRegularFile(folder.resolve("case.yaml"))).sorted().toList();
    }
    List<SampleCase> samples = new ArrayList<>();
    for (Path folder : folders) {
      Path file = folder.resolve("case.yaml");
      DataFile data = new DataFile(file.toString(), Files.readString(file));
      if (data.read(findings) instanceof YamlNode.Mapping mapping) {
        samples.add(of(folder, new YamlFields(data.file(), mapping, KEYS, findings), findings));
      }
    }
    return samples;
  }

  private static SampleCase of(Path folder, YamlFields fields, List<DataFinding> findings) {
    List<List<String>> expected = new ArrayList<>();
    if (fields.get("expect") instanceof YamlNode.Mapping mapping) {
      YamlFields expect = new YamlFields(folder.toString(), mapping, EXPECT, findings);
      for (YamlNode.Mapping one : expect.mappings("diagnoses")) {
        expected.add(new YamlFields(folder.toString(), one, DIAGNOSIS, findings).texts("cause"));
      }
    }
    String config = fields.optional("config");
    return new SampleCase(
        folder.getFileName().toString(),
        fields.texts("input").stream().map(folder::resolve).toList(),
        config == null ? null : folder.resolve(config),
        expected);
  }

  /** Whether a cause is an expected one. */
  boolean expects(String cause) {
    return expected.stream().anyMatch(causes -> causes.contains(cause));
  }
}
