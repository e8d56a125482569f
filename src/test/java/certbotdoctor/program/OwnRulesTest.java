package certbotdoctor.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code docs/own-rules.md}, tried as it stands there. */
class OwnRulesTest {
  private static final Pattern FILE =
      Pattern.compile("(?m)^`([a-z-]+/[^`]+)`\n\n```[a-z]+\n(.*?)^```", Pattern.DOTALL);

  @TempDir private Path rules;

  @BeforeEach
  void writeExample() throws IOException {
    Matcher file = FILE.matcher(Files.readString(Path.of("docs/own-rules.md")));
    while (file.find()) {
      Path target = rules.resolve(file.group(1));
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.group(2));
    }
  }

  @Test
  void exampleHasNoFault() {
    Execution lint = Execution.of("rules", "lint", rules.toString());

    assertThat(lint.err()).isEmpty();
    assertThat(lint.code()).isZero();
    assertThat(lint.out()).contains("no fault");
  }

  @Test
  void exampleRuleIsConfirmedOnItsSampleAndSilentOnTheOther() {
    Execution test = Execution.of("rules", "test", rules.toString());

    assertThat(test.out()).isEqualTo("1 rules, 2 tests, 0 failures\n");
    assertThat(test.code()).isZero();
  }

  @Test
  void matrixOfExampleIsClean() {
    Execution matrix = Execution.of("rules", "matrix", rules.toString());

    assertThat(matrix.out()).containsPattern("house-dns-closed +1 +1 +0");
    assertThat(matrix.code()).isZero();
  }

  @Test
  void fileOutsideTheFoldersIsNotPassedOverInSilence() throws IOException {
    Files.writeString(rules.resolve("stray.yaml"), "id: stray\n");

    Execution lint = Execution.of("rules", "lint", rules.toString());

    assertThat(lint.code()).isEqualTo(2);
    assertThat(lint.out() + lint.err())
        .contains("stray.yaml would not be read")
        .contains("messages, causes, providers, notices");
  }

  @Test
  void failingTestIsNamed() throws IOException {
    Path rule = rules.resolve("causes/house-dns-closed.yaml");
    Files.writeString(
        rule, Files.readString(rule).replace("verdict: silent", "verdict: [likely, possible]"));

    Execution test = Execution.of("rules", "test", rules.toString());

    assertThat(test.code()).isEqualTo(2);
    assertThat(test.out())
        .contains("house-dns-closed: house-dns-open gives silent, not likely or possible");
  }

  @Test
  void everyFaultIsShownWithItsPlace() throws IOException {
    Path rule = rules.resolve("causes/house-dns-closed.yaml");
    Files.writeString(
        rule,
        Files.readString(rule)
            .replace("  - confirmed: [said-so]", "  - confirmed: [sad-so]")
            .replace("${until|the export is done}", "${until the export is done}")
            .replace("  - possible: always\n", ""));
    Files.writeString(
        rules.resolve("messages/house-dns.yaml"),
        Files.readString(rules.resolve("messages/house-dns.yaml"))
            .replace("is closed until 04:30'", "is shut until 04:30'"));

    Execution lint = Execution.of("rules", "lint", rules.toString());

    assertThat(lint.code()).isEqualTo(2);
    assertThat(lint.err())
        .contains("causes/house-dns-closed.yaml:14:17: the verdict names 'sad-so'")
        .contains("causes/house-dns-closed.yaml:14:3: the last row of the verdict must hold always")
        .contains("causes/house-dns-closed.yaml:20:17: a slot is written ${name}")
        .contains("messages/house-dns.yaml:");
  }

  @Test
  void analysisUsesOwnRules() {
    Execution run =
        Execution.of(
            "--offline",
            "--rules",
            rules.toString(),
            rules.resolve("samples/house-dns-closed/output.txt").toString());

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains("CONFIRMED  The house DNS was closed for its nightly export")
        .contains("Wait until 04:30, then try again.");
  }
}
