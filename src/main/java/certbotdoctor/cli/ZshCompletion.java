package certbotdoctor.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Completion for zsh, in the terms of its function _arguments, written from the commands' model.
 */
final class ZshCompletion {
  private final String function;
  private final CommandSpec root;
  private final StringBuilder out = new StringBuilder();

  private ZshCompletion(CommandLine line) {
    root = line.getCommandSpec();
    function = "_" + root.name();
  }

  /**
   * A file that serves as an autoloaded function, found by its name on the function path, as well
   * as by being read with {@code source}.
   */
  static String of(CommandLine line) {
    ZshCompletion script = new ZshCompletion(line);
    script.write();
    return script.out.toString();
  }

  private void write() {
    line("#compdef " + root.name());
    line("");
    root.subcommands().forEach((name, command) -> command(name, command.getCommandSpec()));
    commands();
    line(function + "() {");
    line("  if (( CURRENT > 2 && $+functions[" + function + "-$words[2]] )); then");
    line("    local command=$words[2]");
    line("    shift words");
    line("    (( CURRENT-- ))");
    line("    " + function + "-$command");
    line("    return");
    line("  fi");
    arguments(root, List.of("'1: :" + function + "_first'", "'*:log:_files'"));
    line("}");
    line("");
    line("if [[ $zsh_eval_context[-1] == loadautofunc ]]; then");
    line("  " + function + " \"$@\"");
    line("else");
    line("  compdef " + function + " " + root.name());
    line("fi");
  }

  private void command(String name, CommandSpec spec) {
    line(function + "-" + name + "() {");
    List<String> parameters = new ArrayList<>();
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      parameters.add(parameter(name, parameter));
    }
    arguments(spec, parameters);
    line("}");
    line("");
  }

  /** The first word is a command or a file. */
  private void commands() {
    line(function + "_first() {");
    line("  local -a commands=(");
    for (Map.Entry<String, CommandLine> command : root.subcommands().entrySet()) {
      String about = first(command.getValue().getCommandSpec().usageMessage().description());
      line("    " + quoted(command.getKey() + ":" + about));
    }
    line("  )");
    line("  _describe -t commands command commands");
    line("  _files");
    line("}");
    line("");
  }

  private void arguments(CommandSpec spec, List<String> parameters) {
    List<String> specs = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      if (!option.hidden()) {
        specs.add(option(option));
      }
    }
    specs.addAll(parameters);
    line("  _arguments -S -s : \\");
    for (int i = 0; i < specs.size(); i++) {
      line("    " + specs.get(i) + (i + 1 < specs.size() ? " \\" : ""));
    }
  }

  private static String option(OptionSpec option) {
    boolean value = option.arity().max() > 0;
    List<String> names = new ArrayList<>();
    for (String name : option.names()) {
      names.add(value && name.startsWith("--") ? name + "=" : name + (value ? "+" : ""));
    }
    String exclusion =
        option.isMultiValue() ? "*" : "(" + String.join(" ", List.of(option.names())) + ")";
    String rest = "[" + bracketed(first(option.description())) + "]";
    if (value) {
      rest += ":" + coloned(option.paramLabel()) + ":" + action(option);
    }
    String shown = names.size() == 1 ? names.get(0) : "{" + String.join(",", names) + "}";
    return names.size() == 1
        ? quoted(exclusion + shown + rest)
        : quoted(exclusion) + shown + quoted(rest);
  }

  private static String parameter(String command, PositionalParamSpec parameter) {
    if (command.equals("run")) {
      return "'*::: :_normal'";
    }
    String place = parameter.isMultiValue() ? "*" : parameter.index().min() + 1 + ":";
    return quoted(place + ":" + coloned(parameter.paramLabel()) + ":" + action(parameter));
  }

  /** How a value is completed: by what it may be, as a path, or not at all. */
  private static String action(ArgSpec argument) {
    List<String> values = values(argument.completionCandidates());
    if (!values.isEmpty()) {
      return "(" + String.join(" ", values) + ")";
    }
    if (argument.paramLabel().equals("DIR")) {
      return "_files -/";
    }
    Class<?> type = argument.auxiliaryTypes()[0];
    boolean path = type == Path.class || type == File.class;
    return path || argument.paramLabel().equals("PATH") ? "_files" : " ";
  }

  private static List<String> values(@Nullable Iterable<String> candidates) {
    List<String> values = new ArrayList<>();
    if (candidates != null) {
      candidates.forEach(values::add);
    }
    return values;
  }

  private static String first(String... description) {
    String words = description.length == 0 ? "" : description[0].strip().replace("%%", "%");
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }

  private static String bracketed(String words) {
    return words.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
  }

  private static String coloned(String words) {
    return words.replace(":", "\\:");
  }

  private static String quoted(String words) {
    return "'" + words.replace("'", "'\\''") + "'";
  }

  private void line(String line) {
    out.append(line).append('\n');
  }
}
