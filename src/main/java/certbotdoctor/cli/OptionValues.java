package certbotdoctor.cli;

import certbotdoctor.probe.dns.Resolvers;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Values of options that several commands take; a wrong one is refused with the right form. */
final class OptionValues {
  private OptionValues() {}

  /** Addresses, each with a port where it is not 53. */
  static List<InetSocketAddress> addresses(List<String> texts, String option, CommandSpec spec) {
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (String text : texts) {
      addresses.add(
          Resolvers.parse(text)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(),
                          option
                              + " takes an address, with a port where needed, not '"
                              + text
                              + "'.")));
    }
    return addresses;
  }

  /** A duration: a number with {@code ms}, {@code s}, {@code m} or {@code h}; seconds without. */
  static Duration duration(String text, String option, CommandSpec spec) {
    if (!text.matches("\\d{1,6}(ms|s|m|h)?")) {
      throw new ParameterException(
          spec.commandLine(), option + " takes a duration such as 5s or 2m, not '" + text + "'.");
    }
    long number = Long.parseLong(text.replaceAll("\\D", ""));
    return switch (text.replaceAll("\\d", "")) {
      case "ms" -> Duration.ofMillis(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofSeconds(number);
    };
  }
}
