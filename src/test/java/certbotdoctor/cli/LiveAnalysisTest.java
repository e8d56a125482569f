package certbotdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.log.InputException;
import certbotdoctor.probe.dns.world.Behaviour;
import certbotdoctor.probe.dns.world.World;
import certbotdoctor.report.DiagnosisReport;
import certbotdoctor.report.Format;
import certbotdoctor.report.Report;
import certbotdoctor.report.Reports;
import certbotdoctor.report.Style;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What live checks make of the causes that a log leaves open. */
class LiveAnalysisTest {
  private static final Path SAMPLE =
      Path.of("samples/txt-missing-nxdomain-berlin-time-log/letsencrypt.log");
  private static final String VALUE = "9OmuDXAf94QioMfryNF4Y-h3e9ECaf2Hnk022ylinic";
  private static final String CHALLENGE = "_acme-challenge.example.test.";

  @TempDir private Path dir = Path.of("unused");

  /** The only diagnosis of a log of example.test, with live checks in a world. */
  private DiagnosisReport diagnosed(World world)
      throws IOException, InputException, RuleBase.FaultyRules {
    Path log = dir.resolve("letsencrypt.log");
    Files.writeString(log, Files.readString(SAMPLE).replace("example.org", "example.test"));
    return LiveDiagnosis.of(world, log);
  }

  @Test
  void anAbsentRecordAfterCleanupProvesNothing() throws Exception {
    try (World world = new World()) {
      DiagnosisReport diagnosis = diagnosed(world);
      assertThat(diagnosis.verdict()).isEqualTo("possible");
      assertThat(diagnosis.cause()).isEqualTo("txt-missing");
      assertThat(diagnosis.evidence())
          .anySatisfy(
              one -> {
                assertThat(one.kind()).isEqualTo("unavailable");
                assertThat(one.why()).isEqualTo("cleaned-up");
              })
          .noneSatisfy(one -> assertThat(one.kind()).isEqualTo("live"));
      assertThat(LiveDiagnosis.causes(diagnosis))
          .doesNotContain("nxdomain-domain-missing", "cname-dangling");
    }
  }

  @Test
  void anAliasWhoseTargetWasCleanedUpIsNoFault() throws Exception {
    try (World world = new World()) {
      world.add("example.test", CHALLENGE + " 60 IN CNAME validation.provider.test.");
      DiagnosisReport diagnosis = diagnosed(world);
      assertThat(diagnosis.verdict()).isEqualTo("possible");
    }
  }

  @Test
  void aRecordThatIsStillAtAnotherNameIsTheCause() throws Exception {
    try (World world = new World()) {
      world.add("example.test", CHALLENGE + "example.test. 60 IN TXT " + VALUE);
      DiagnosisReport diagnosis = diagnosed(world);
      assertThat(diagnosis.cause()).isEqualTo("txt-double-domain");
      assertThat(diagnosis.verdict()).isEqualTo("confirmed");
    }
  }

  @Test
  void anAliasThatLeadsRoundIsTheCause() throws Exception {
    try (World world = new World()) {
      world.add("example.test", CHALLENGE + " 60 IN CNAME x.example.test.");
      world.add("example.test", "x.example.test. 60 IN CNAME " + CHALLENGE);
      assertThat(diagnosed(world).cause()).isEqualTo("cname-interference");
    }
  }

  @Test
  void serversThatFailLeaveTheRecordUndecided() throws Exception {
    try (World world = new World()) {
      world.server(World.NS1).behave(Behaviour.SERVFAIL);
      world.server(World.NS2).behave(Behaviour.SERVFAIL);
      DiagnosisReport diagnosis = diagnosed(world);
      assertThat(diagnosis.verdict()).isEqualTo("possible");
      assertThat(LiveDiagnosis.causes(diagnosis)).contains("txt-missing", "propagation-delay");
    }
  }

  private static String json(Report report) throws IOException {
    StringBuilder json = new StringBuilder();
    Reports.renderer(Format.JSON, Style.PLAIN).render(report, json);
    return json.toString();
  }

  private record Run(int code, JsonNode report) {}

  private static Run program(String... args) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    int code =
        Main.run(
            InputStream.nullInputStream(),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            err,
            false,
            Clock.fixed(World.NOW, ZoneOffset.UTC),
            args);
    return new Run(code, new ObjectMapper().readTree(out.toByteArray()));
  }

  @Test
  void offlineSendsNothing() throws IOException {
    try (World world = new World()) {
      String resolver = "127.0.0.1:" + world.server(World.RESOLVER).socket().getPort();
      Run run = program("--offline", "--resolver", resolver, "-f", "json", SAMPLE.toString());
      assertThat(run.report.path("exchanges")).isEmpty();
      assertThat(run.report.path("checked")).isEmpty();
      assertThat(world.server(World.RESOLVER).received()).isZero();
    }
  }

  @Test
  void aReservedNameIsAskedOnlyOfANamedResolver() throws IOException {
    Run run = program("--live", "-f", "json", SAMPLE.toString());
    assertThat(run.report.path("exchanges")).isEmpty();
    assertThat(run.report.path("notChecked"))
        .anySatisfy(
            one -> {
              assertThat(one.path("what").asText()).contains("example.org");
              assertThat(one.path("why").asText()).contains("reserved name");
            });
  }

  @Test
  void aReplayedReportGivesTheSameDiagnosesAndAsksNobody() throws Exception {
    try (World world = new World()) {
      world.server(World.NS1).add("example.test", CHALLENGE + " 60 IN TXT " + VALUE);
      world.server(World.NS2).behave(Behaviour.REFUSE);
      String report = json(LiveSurvey.of(world, "*.example.test", VALUE));
      int asked = world.server(World.NS1).received();
      Path file = Files.writeString(dir.resolve("report.json"), report);
      JsonNode first = new ObjectMapper().readTree(report);
      Run again =
          program(
              "probe",
              "--replay",
              file.toString(),
              "--public-resolver",
              World.PUBLIC,
              "-f",
              "json");
      assertThat(first.path("diagnoses").findValuesAsText("cause")).contains("nameserver-refused");
      assertThat(again.report.path("diagnoses")).isEqualTo(first.path("diagnoses"));
      assertThat(again.report.path("checked")).isEqualTo(first.path("checked"));
      assertThat(world.server(World.NS1).received()).isEqualTo(asked);
    }
  }
}
