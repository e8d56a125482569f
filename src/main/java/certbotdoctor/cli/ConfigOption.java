package certbotdoctor.cli;

import certbotdoctor.config.LocalConfig;
import certbotdoctor.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** certbot's configuration directory. */
final class ConfigOption {
  private static final Path DEFAULT = Path.of("/etc/letsencrypt");

  @Option(
      names = "--config-dir",
      paramLabel = "DIR",
      description =
          "certbot's configuration, read only; used for certificates and accounts that it knows."
              + " Default: /etc/letsencrypt where it may be read.")
  private @Nullable Path directory;

  private @Nullable LocalConfig config;

  /** The configuration, null where there is none. */
  @Nullable LocalConfig read(CommandSpec spec) {
    Path chosen = directory == null ? DEFAULT : directory;
    if (directory != null && !Files.isDirectory(directory)) {
      throw new ParameterException(
          spec.commandLine(), "--config-dir " + directory + " is no directory.");
    }
    config = Files.isDirectory(chosen) ? LocalConfig.read(chosen) : null;
    return config;
  }

  /** What of it could not be read, and the command that could. */
  List<Report.NotChecked> notChecked() {
    LocalConfig read = config;
    if (read == null || read.denied().isEmpty()) {
      return List.of();
    }
    String what = "certbot's configuration: " + read.denied().get(0) + " may not be read";
    String again = directory == null ? "" : " --config-dir " + directory;
    return List.of(Analysis.notChecked(what, "repeat with: sudo certbot-doctor" + again + " PATH"));
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
