package certbotdoctor.cli;

import certbotdoctor.config.LocalConfig;
import certbotdoctor.config.RenewalCheck;
import certbotdoctor.core.Text;
import certbotdoctor.report.Report;
import certbotdoctor.rules.ShellWord;
import certbotdoctor.run.CertificateRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** certbot's configuration directory. */
final class ConfigOption {
  private static final Path DEFAULT = Path.of("/etc/letsencrypt");

  private final OptionSpec directory =
      Options.value(
          Path.class,
          "DIR",
          "certbot's configuration, read only; used for certificates and accounts that it knows."
              + " Default: /etc/letsencrypt where it may be read.",
          "--config-dir");

  private @Nullable LocalConfig config;

  /** The option, for the model of a command. */
  CommandSpec model() {
    return Options.model(directory);
  }

  /** The configuration, null where there is none. */
  @Nullable LocalConfig read(CommandSpec spec) {
    Path given = Options.path(directory);
    Path chosen = given == null ? DEFAULT : given;
    if (given != null && !Files.isDirectory(given)) {
      throw new ParameterException(
          spec.commandLine(), "--config-dir " + given + " is no directory.");
    }
    config = Files.isDirectory(chosen) ? LocalConfig.read(chosen) : null;
    return config;
  }

  /** What of it could not be read for the certificates of some runs, and the command that could. */
  List<Report.NotChecked> notChecked(CommandSpec spec, Reading reading) {
    LocalConfig read = config;
    if (read == null) {
      return List.of();
    }
    List<Report.NotChecked> all = new ArrayList<>();
    if (!read.denied().isEmpty()) {
      all.add(denied(spec, "certbot's configuration: ", read.denied().get(0)));
    }
    reading.runs().stream()
        .flatMap(run -> run.certificates().stream())
        .filter(CertificateRun::failed)
        .flatMap(one -> read.renewal(one.name()).stream())
        .distinct()
        .flatMap(renewal -> RenewalCheck.unreadableCredentials(renewal).stream())
        .distinct()
        .forEach(file -> all.add(denied(spec, "the names in the credentials file: ", file)));
    return all;
  }

  private static Report.NotChecked denied(CommandSpec spec, String what, Path path) {
    String given =
        spec.commandLine().getParseResult().originalArgs().stream()
            .map(word -> " " + ShellWord.of(word))
            .collect(Collectors.joining());
    Text code = new Text(List.of(new Text.Segment(Text.Kind.CODE, "sudo certbot-doctor" + given)));
    return new Report.NotChecked(
        Text.prose(what).plus(Text.quoted(path.toString())).plus(Text.prose(" may not be read")),
        Text.prose("repeat with ").plus(code));
  }

  /** Whether a run is of this host: its account or one of its certificates is known here. */
  boolean owns(Reading reading) {
    LocalConfig known = config;
    return known != null
        && reading.runs().stream()
            .anyMatch(
                run ->
                    known.owns(run.diary().account())
                        || run.certificates().stream()
                            .anyMatch(one -> known.renewal(one.name()).isPresent()));
  }
}
