package certbotdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.report.Report;
import certbotdoctor.rules.Rule;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule is the cause where it should be, and not where something only looks like it. */
class RuleSamplesTest {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

  private static RuleBase base;
  private static Map<SampleCase, Report> reports;

  @BeforeAll
  static void run() throws Exception {
    base = RuleBase.load(List.of());
    reports = new SampleRuns(base, NOW).of(Path.of("samples"));
  }

  @TestFactory
  Stream<DynamicTest> testsOfRules() {
    RuleTests tests = new RuleTests(reports);
    return base.rules().rules().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.id(), () -> assertThat(tests.failures(rule)).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> pagesAreComplete() {
    return base.rules().rules().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.id(),
                    () -> {
                      assertThat(rule.page()).hasNoNullFieldsOrProperties();
                      assertThat(rule.remedies()).isNotEmpty();
                      assertThat(rule.myths()).isNotEmpty();
                      assertThat(rule.references()).isNotEmpty();
                    }));
  }

  @Test
  void noHealthyOrForeignSampleHasACause() {
    reports.forEach(
        (sample, report) -> {
          if (sample.expected().isEmpty()) {
            assertThat(report.diagnoses()).as(sample.name()).isEmpty();
          }
        });
  }

  @Test
  void matrixCountsEverySample() {
    List<String> causes = base.rules().rules().stream().map(Rule::id).toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CauseMatrix(causes, reports).print(new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("hook-failed", "samples without failure give no diagnosis")
        .doesNotContain("wrong:   caa-forbids");
  }
}
