package certbotdoctor.program;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** README.md says what the program does: options, commands, exit codes, counts. */
class DocumentationTest {
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
  private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+)  +[A-Z]");
  private static final Pattern ORIGIN = Pattern.compile("(?m)^\\| `([a-z-]+)`:.*\\| (\\d+) \\|$");

  private static String readme = "";

  @BeforeAll
  static void read() throws IOException {
    readme = Files.readString(Path.of("README.md"));
  }

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(matcher.groupCount()));
    }
    return found;
  }

  @Test
  void everyOptionAndCommandStandsInTheReadme() {
    String help = Execution.of("--help").out();
    Set<String> commands = all(COMMAND, help.substring(help.indexOf("Commands:")));
    assertThat(commands).contains("explain", "inspect");
    Set<String> options = all(OPTION, help);
    for (String command : commands) {
      options.addAll(all(OPTION, Execution.of(command, "--help").out()));
      assertThat(readme).as("table of commands").containsPattern("(?m)^\\| `" + command + "\\b");
    }
    String table = section("### Options");
    assertThat(options).allSatisfy(option -> assertThat(table).contains(option));
    assertThat(options).containsAll(all(OPTION, table));
  }

  @Test
  void everyExitCodeStandsInTheReadme() {
    String table = section("### Exit codes");
    for (ExitCode code : ExitCode.values()) {
      assertThat(table).contains("\n| " + code.code() + " | ");
    }
  }

  @Test
  void samplesAreCountedByOrigin() {
    Map<String, Integer> counted = new TreeMap<>();
    for (Sample sample : Sample.all()) {
      counted.merge(sample.spec().path("origin").asText(), 1, Integer::sum);
    }
    Map<String, Integer> told = new TreeMap<>();
    Matcher matcher = ORIGIN.matcher(section("### Where the samples come from"));
    while (matcher.find()) {
      told.put(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }
    assertThat(told).isEqualTo(counted);
  }

  private static String section(String heading) {
    int start = readme.indexOf(heading);
    assertThat(start).as(heading).isNotNegative();
    int end = readme.indexOf("\n#", start + heading.length());
    return readme.substring(start, end < 0 ? readme.length() : end);
  }
}
