package certbotdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonRendererTest {
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Reports.jsonSchema());

  private static Stream<String> names() {
    return SampleReports.all().keySet().stream();
  }

  private static JsonNode json(Report report) throws IOException {
    return new ObjectMapper().readTree(Rendered.of(Format.JSON, report));
  }

  @ParameterizedTest
  @MethodSource("names")
  void everySampleKeepsThePublishedSchema(String name) throws IOException {
    assertThat(SCHEMA.validate(json(SampleReports.named(name)))).isEmpty();
  }

  @Test
  void membersStandInTheOrderOfTheContract() throws IOException {
    JsonNode report = json(SampleReports.staleRecord());
    assertThat(report.fieldNames())
        .toIterable()
        .containsSubsequence(
            "format",
            "version",
            "tool",
            "host",
            "offset",
            "redacted",
            "inputs",
            "runs",
            "diagnoses",
            "notices",
            "notChecked",
            "exchanges");
    assertThat(report.at("/runs/0").fieldNames())
        .toIterable()
        .containsSubsequence(
            "id",
            "source",
            "firstLine",
            "lastLine",
            "started",
            "ended",
            "client",
            "clientVersion",
            "server",
            "dryRun",
            "outcome",
            "certificates");
    assertThat(report.at("/diagnoses/0").fieldNames())
        .toIterable()
        .containsSubsequence(
            "id",
            "cause",
            "variant",
            "runs",
            "certificates",
            "identifiers",
            "verdict",
            "because",
            "title",
            "summary",
            "evidence",
            "alternatives",
            "remedies",
            "references");
  }

  @Test
  void whatIsNotKnownIsNullAndPresent() throws IOException {
    JsonNode report = json(SampleReports.missingRecord());
    assertThat(report.get("host").isNull()).isTrue();
    assertThat(report.at("/runs/0/started").isNull()).isTrue();
    assertThat(report.at("/runs/0/certificates/0/installer").isNull()).isTrue();
    assertThat(report.at("/diagnoses/0/variant").isNull()).isTrue();
  }

  @Test
  void evidenceHasTheMembersOfItsKindOnly() throws IOException {
    JsonNode evidence = json(SampleReports.staleRecord()).at("/diagnoses/0/evidence");
    assertThat(evidence.get(0).fieldNames())
        .toIterable()
        .containsExactly("kind", "stance", "says", "source", "line", "quote");
    assertThat(evidence.get(1).fieldNames())
        .toIterable()
        .containsExactly("kind", "stance", "says", "exchange", "during", "at");
    assertThat(evidence.get(3).fieldNames())
        .toIterable()
        .containsExactly("kind", "stance", "says", "source");
    assertThat(evidence.get(4).fieldNames())
        .toIterable()
        .containsExactly("kind", "says", "why", "wouldSettle");
  }
}
