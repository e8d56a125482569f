package certbotdoctor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command, in the macros of man(7), written from the command's own model. */
final class ManPage {
  private static final String PROGRAM = "certbot-doctor";

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "JAVA_HOME",
          "A Java to use; others are looked for where it is missing or too old.",
          "CERTBOT_DOCTOR_JAVA_OPTIONS",
          "Further options for the virtual machine.",
          "CERTBOT_DOCTOR_NO_ARCHIVE",
          "Set to anything: neither use nor build a class archive.",
          "NO_COLOR",
          "Set to anything: no colours.");

  private final CommandSpec spec;
  private final String version;
  private final StringBuilder out = new StringBuilder();

  private ManPage(CommandSpec spec, String version) {
    this.spec = spec;
    this.version = version;
  }

  /** The page of a command. */
  static String of(CommandLine command, String version) {
    ManPage page = new ManPage(command.getCommandSpec(), version);
    page.write();
    return page.out.toString();
  }

  private String name() {
    return spec.qualifiedName("-");
  }

  private boolean root() {
    return spec.parent() == null;
  }

  private void write() {
    List<String> about = new ArrayList<>(List.of(spec.usageMessage().description()));
    about.removeIf(String::isBlank);
    String first = about.isEmpty() ? "" : about.get(0);
    line(
        ".TH "
            + quoted(name().toUpperCase(java.util.Locale.ROOT))
            + " 1 \"\" "
            + quoted(PROGRAM + " " + version)
            + " \"User commands\"");
    section("NAME");
    line(escaped(name()) + " \\- " + escaped(withoutStop(first)));
    section("SYNOPSIS");
    line(".B " + escaped(spec.qualifiedName()));
    synopsis();
    section("DESCRIPTION");
    about.forEach(this::text);
    arguments();
    if (root()) {
      commands();
      environment();
    }
    footer();
    seeAlso();
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private void synopsis() {
    line("[\\fIOPTIONS\\fR]");
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      boolean many = parameter.isMultiValue();
      line(
          (spec.name().equals("run") ? "\\-\\- " : "")
              + "\\fI"
              + escaped(parameter.paramLabel())
              + "\\fR"
              + (many ? "..." : ""));
    }
  }

  private void arguments() {
    if (!spec.positionalParameters().isEmpty()) {
      section("ARGUMENTS");
      for (PositionalParamSpec parameter : spec.positionalParameters()) {
        entry("\\fI" + escaped(parameter.paramLabel()) + "\\fR", parameter.description());
      }
    }
    section("OPTIONS");
    for (OptionSpec option : spec.options()) {
      if (!option.hidden()) {
        entry(String.join(", ", names(option)) + value(option), option.description());
      }
    }
  }

  private static List<String> names(OptionSpec option) {
    List<String> names = new ArrayList<>();
    for (String name : option.names()) {
      names.add("\\fB" + escaped(name) + "\\fR");
    }
    return names;
  }

  private static String value(ArgSpec option) {
    return option.arity().max() == 0 ? "" : " \\fI" + escaped(option.paramLabel()) + "\\fR";
  }

  private void commands() {
    section("COMMANDS");
    spec.subcommands()
        .forEach(
            (name, command) ->
                entry(
                    "\\fB" + escaped(name) + "\\fR",
                    command.getCommandSpec().usageMessage().description()));
  }

  private void environment() {
    section("ENVIRONMENT");
    ENVIRONMENT.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(one -> entry("\\fB" + escaped(one.getKey()) + "\\fR", one.getValue()));
    section("EXIT STATUS");
    for (ExitCode code : ExitCode.values()) {
      entry("\\fB" + code.code() + "\\fR", code.meaning());
    }
    entry("\\fB127\\fR", "There is no Java that can run the program.");
  }

  private void footer() {
    List<String> lines = new ArrayList<>(List.of(spec.usageMessage().footer()));
    int examples = lines.indexOf("Examples:");
    if (examples < 0) {
      return;
    }
    section("EXAMPLES");
    for (String line : lines.subList(examples + 1, lines.size())) {
      if (!line.startsWith("  ")) {
        return;
      }
      line(".PP");
      line(".nf");
      line(".RS");
      line(escaped(line.strip()));
      line(".RE");
      line(".fi");
    }
  }

  private void seeAlso() {
    section("SEE ALSO");
    List<String> pages = new ArrayList<>();
    if (root()) {
      spec.subcommands().keySet().forEach(name -> pages.add(PROGRAM + "-" + name));
    } else {
      pages.add(PROGRAM);
    }
    List<String> references = new ArrayList<>();
    pages.forEach(page -> references.add("\\fB" + escaped(page) + "\\fR(1)"));
    references.add("\\fBcertbot\\fR(1)");
    line(String.join(",\n", references));
  }

  private void section(String title) {
    line(".SH " + quoted(title));
  }

  private void entry(String term, String... words) {
    line(".TP");
    line(term);
    for (String one : words) {
      if (!one.isBlank()) {
        text(one);
      }
    }
  }

  private void text(String words) {
    line(escaped(words.strip()));
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  private static String quoted(String text) {
    return "\"" + escaped(text) + "\"";
  }

  /** Text that roff sets as it stands; picocli's doubled percent signs become single ones. */
  private static String escaped(String text) {
    String plain = text.replace("%%", "%").replace("\\", "\\e").replace("-", "\\-");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
