package certbotdoctor.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form that the program carries says what the YAML says. */
class CompiledDataTest {
  private static @Nullable YamlNode parsed(DataFile file) {
    List<DataFinding> findings = new ArrayList<>();
    YamlNode node = file.read(findings);
    assertThat(findings).isEmpty();
    return node;
  }

  @ParameterizedTest
  @ValueSource(strings = {"causes", "messages", "notices", "providers"})
  void programCarriesEveryFileWithEveryValueAndPlace(String folder) throws IOException {
    List<DataFile> yaml = DataFile.ofDirectory(Path.of("rules", folder));
    List<DataFile> compiled = BuiltInFiles.open().folder(folder);

    assertThat(compiled)
        .isNotEmpty()
        .extracting(file -> Path.of(file.file()).getFileName())
        .isEqualTo(yaml.stream().map(file -> Path.of(file.file()).getFileName()).toList());
    assertThat(compiled)
        .extracting(CompiledDataTest::parsed)
        .isEqualTo(yaml.stream().map(CompiledDataTest::parsed).toList());
  }

  @Test
  void longTextsOtherScriptsAndHighLineNumbersSurvive() throws IOException {
    YamlNode node =
        new YamlNode.Mapping(
            List.of(
                new YamlNode.Entry(
                    "schlüssel",
                    new YamlNode.Sequence(
                        List.of(
                            new YamlNode.Scalar("x".repeat(100_000), 70_000, 300),
                            new YamlNode.Scalar("", 1, 1),
                            new YamlNode.Scalar("\uD83D\uDD11 例え", 2, 128)),
                        3,
                        4),
                    5,
                    6)),
            1,
            1);

    byte[] bytes = CompiledData.write(Map.of("folder", Map.of("file", node)), Map.of());

    assertThat(CompiledData.of(bytes).files("folder"))
        .extracting(CompiledDataTest::parsed)
        .containsExactly(node);
    assertThat(CompiledData.of(bytes).files("none")).isEmpty();
  }
}
