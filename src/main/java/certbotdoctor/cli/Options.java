package certbotdoctor.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options that are made in code, and what the user gave for them. The commands of every day have
 * their models from here: reading annotations takes a tenth of the time of a small log.
 */
final class Options {
  private Options() {}

  /** The model of some options, to be mixed into that of a command. */
  static CommandSpec model(OptionSpec... options) {
    CommandSpec model = CommandSpec.create();
    for (OptionSpec option : options) {
      model.addOption(option);
    }
    return model;
  }

  /** What {@code mixinStandardHelpOptions} adds to a command with annotations. */
  static CommandSpec help() {
    return model(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help message and exit.")
            .build(),
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Print version information and exit.")
            .build());
  }

  /** An option without a value. */
  static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names).type(boolean.class).description(description).build();
  }

  /** An option with one value. */
  static OptionSpec value(Class<?> type, String label, String description, String... names) {
    return OptionSpec.builder(names).type(type).paramLabel(label).description(description).build();
  }

  /** An option that may be repeated. */
  static OptionSpec values(Class<?> type, String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(List.class)
        .auxiliaryTypes(type)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** Whether a flag was given. */
  static boolean isGiven(OptionSpec flag) {
    Boolean given = flag.getValue();
    return given != null && given;
  }

  /** The text of an option or its default; null where there is neither. */
  static @Nullable String text(OptionSpec option) {
    return option.getValue();
  }

  /** The path of an option, null where it was not given. */
  static @Nullable Path path(OptionSpec option) {
    return option.getValue();
  }

  /** The texts of an option or parameter. */
  static List<String> texts(ArgSpec several) {
    List<String> given = several.getValue();
    return given == null ? List.of() : given;
  }

  /** The paths of an option. */
  static List<Path> paths(ArgSpec several) {
    List<Path> given = several.getValue();
    return given == null ? List.of() : given;
  }
}
