package certbotdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The manual and the completion say what {@code --help} says. */
class ManualTest {
  private static final Map<String, String> FILES = Manual.files("1.2.3");

  private static String help(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Main.run(
        new ByteArrayInputStream(new byte[0]), stream, stream, false, Clock.systemUTC(), arguments);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> longOptions(String help) {
    return Arrays.stream(help.split("[\\s,=\\[\\]|]+", -1))
        .filter(word -> word.matches("--[a-z][a-z-]+"))
        .distinct()
        .toList();
  }

  private static List<String> commands() {
    return FILES.keySet().stream()
        .filter(file -> file.startsWith("man1/certbot-doctor-"))
        .map(file -> file.substring("man1/certbot-doctor-".length(), file.length() - ".1".length()))
        .toList();
  }

  @Test
  void everyOptionOfEveryCommandHasItsPlaceOnTheCommandsPage() {
    assertThat(commands()).contains("run", "wait", "explain", "rules", "inspect", "completion");
    for (String command : commands()) {
      List<String> options = longOptions(help(command, "--help"));
      String page = FILES.get("man1/certbot-doctor-" + command + ".1");

      assertThat(options).as(command).contains("--help");
      assertThat(options)
          .allSatisfy(option -> assertThat(page).as(command).contains(option.replace("-", "\\-")));
    }
  }

  @Test
  void mainPageTellsOptionsCommandsAndExitCodes() {
    String page = FILES.get("man1/certbot-doctor.1");

    assertThat(page).startsWith(".TH \"CERTBOT\\-DOCTOR\" 1").contains("1.2.3");
    assertThat(longOptions(help("--help")))
        .contains("--offline", "--output")
        .allSatisfy(option -> assertThat(page).contains(option.replace("-", "\\-")));
    assertThat(commands()).allSatisfy(name -> assertThat(page).contains("\\fB" + name + "\\fR"));
    assertThat(Arrays.stream(ExitCode.values()).map(code -> "\\fB" + code.code() + "\\fR"))
        .allSatisfy(code -> assertThat(page).contains(code));
  }

  @Test
  void bashCompletionKnowsEveryCommandAndFixedValues() {
    String script = FILES.get("bash/certbot-doctor");
    assertThat(script).doesNotStartWith("#!");
    assertThat(commands()).allSatisfy(name -> assertThat(script).contains(name));
    assertThat(script).contains("\"text\" \"html\" \"md\" \"json\" \"prom\"");
  }

  @Test
  void zshCompletionKnowsEveryOptionOfEveryCommand() {
    String script = FILES.get("zsh/_certbot-doctor");
    assertThat(script).startsWith("#compdef certbot-doctor\n");
    for (String command : commands()) {
      int start = script.indexOf("\n_certbot-doctor-" + command + "() {");
      assertThat(start).as(command).isNotNegative();
      String function = script.substring(start, script.indexOf("\n}", start));
      assertThat(longOptions(help(command, "--help")))
          .allSatisfy(option -> assertThat(function).as(command).contains(option));
      assertThat(script).contains("\n    '" + command + ":");
    }
    String root = script.substring(script.indexOf("\n_certbot-doctor() {"));
    assertThat(longOptions(help("--help"))).allSatisfy(option -> assertThat(root).contains(option));
    assertThat(script).contains(":FORMAT:(text html md json prom)");
  }

  @Test
  void completionCommandPrintsTheScriptOfTheShell() {
    assertThat(help("completion", "zsh")).isEqualTo(FILES.get("zsh/_certbot-doctor"));
    assertThat(help("completion", "bash")).contains("complete -F");
    assertThat(help("completion")).isEqualTo(help("completion", "bash"));
  }
}
