package certbotdoctor.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every sample gives what a fair expert would say of it. Samples that the program does not yet read
 * as it should stand in {@code samples-open.txt}; one of them that passes must leave that list.
 */
class SamplesTest {
  private static final Path OPEN = Path.of("src/test/resources/samples-open.txt");
  private static final int NOTHING_READ = 5;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Execution.of("schema").out());

  @TestFactory
  Stream<DynamicTest> samples() throws IOException {
    Set<String> open = open();
    return Sample.all().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.name(), () -> check(sample, open.contains(sample.name()))));
  }

  @Test
  void openSamplesExist() throws IOException {
    assertThat(Sample.all().stream().map(Sample::name)).containsAll(open());
  }

  private static void check(Sample sample, boolean open) throws IOException {
    List<String> complaints = complaints(sample);
    if (open) {
      assertThat(complaints).as("%s passes: take it off %s", sample.name(), OPEN).isNotEmpty();
      Assumptions.abort("open: " + complaints);
    }
    assertThat(complaints).as(sample.spec().path("description").asText()).isEmpty();
  }

  private static List<String> complaints(Sample sample) throws IOException {
    Execution run = sample.run("-f", "json");
    List<String> complaints = new ArrayList<>();
    if (!Sample.texts(sample.expect().path("exit")).contains(String.valueOf(run.code()))) {
      complaints.add(
          "exit code " + run.code() + " instead of " + sample.expect().path("exit") + run.err());
    }
    if (run.code() == NOTHING_READ) {
      if (!run.out().isEmpty() || run.err().lines().count() != 1) {
        complaints.add("no single sentence on standard error: " + run.err());
      }
      return complaints;
    }
    JsonNode report = JSON.readTree(run.stdout());
    SCHEMA.validate(report).forEach(fault -> complaints.add("schema: " + fault));
    complaints.addAll(Expectation.complaints(sample.expect(), report));
    return complaints;
  }

  private static Set<String> open() throws IOException {
    return Files.readAllLines(OPEN).stream()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toSet());
  }
}
