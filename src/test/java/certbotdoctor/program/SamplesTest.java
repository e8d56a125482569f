package certbotdoctor.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every sample gives what a fair expert would say of it. */
class SamplesTest {
  private static final int NOTHING_READ = 5;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Execution.of("schema").out());

  @TestFactory
  Stream<DynamicTest> samples() {
    return Sample.all().stream()
        .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> check(sample)));
  }

  private static void check(Sample sample) throws IOException {
    assertThat(complaints(sample)).as(sample.spec().path("description").asText()).isEmpty();
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
}
