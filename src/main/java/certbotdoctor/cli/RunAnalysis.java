package certbotdoctor.cli;

import certbotdoctor.capture.Captured;
import certbotdoctor.capture.WrappedCommand;
import certbotdoctor.config.LocalConfig;
import certbotdoctor.diagnose.Freshness;
import certbotdoctor.log.InputException;
import certbotdoctor.log.LogInput;
import certbotdoctor.log.LogInputs;
import certbotdoctor.probe.ProbeRunner;
import certbotdoctor.report.Report;
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.Run;
import certbotdoctor.run.RunOutcome;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Analyses the run that a command has just made: its own run, and of earlier ones only what belongs
 * to the same certificates.
 */
final class RunAnalysis {
  /** Logs that are read: of the command's own run, and of earlier ones for their values. */
  private static final int LOGS = 12;

  /** Clocks of the log and of this program are the same, but for rounding. */
  private static final long SLACK_SECONDS = 2;

  /** What a file system hands out at a time. */
  private static final long BLOCK = 4096;

  private final Path directory;
  private final Instant started;

  /**
   * Analyses afterwards.
   *
   * @param directory certbot's log directory
   * @param started when the command was started
   */
  RunAnalysis(Path directory, Instant started) {
    this.directory = directory;
    this.started = started;
  }

  /** A report, or null, and what else is to be said. */
  record Result(@Nullable Report report, List<String> complaints) {}

  Analysis analysis(RuleBase base, Clock clock, LocalConfig config) {
    Freshness freshness = new Freshness(clock.instant(), ZoneId.systemDefault());
    return new Analysis(base.catalog(), base.rules(), freshness, config);
  }

  Result diagnose(
      Analysis analysis,
      WrappedCommand command,
      List<Captured> captured,
      @Nullable LiveChecks checks) {
    List<String> complaints = new ArrayList<>();
    Reading reading = analysis.read(inputs(complaints));
    complaints.addAll(reading.complaints());
    boolean unread = reading.inputs().isEmpty() && !complaints.isEmpty();
    if (full()) {
      complaints.add(
          "the disk that holds " + directory + " is full; the log may lack the end of the run.");
    }
    List<Run> runs = related(reading.runs(), command);
    if (runs.isEmpty()) {
      complaints.add(
          unread
              ? "without its log, nothing can be said of this run (--logs-dir names another"
                  + " directory)."
              : "the logs in "
                  + directory
                  + " show no run of this command; there is nothing to analyse (--logs-dir names"
                  + " another directory).");
      return new Result(null, complaints);
    }
    Reading own = new Reading(reading.inputs(), runs, List.of(), true, 0, 0, reading.left());
    Analysis.Result result =
        analysis.diagnose(
            own,
            Selection.ALL,
            captured,
            checks == null ? ProbeRunner.NOBODY : checks,
            () -> checks == null ? List.of() : checks.notChecked());
    Run last = runs.get(runs.size() - 1);
    return new Result(new CaptureReport(captured, last).added(result.report()), complaints);
  }

  /** Whether certbot could write no further line: not even its last block is free. */
  private boolean full() {
    try {
      FileStore disk = Files.getFileStore(directory);
      return disk.getTotalSpace() > 0 && disk.getUnallocatedSpace() < BLOCK;
    } catch (IOException e) {
      return false; // no such directory: that is told, and not by its disk
    }
  }

  private List<LogInput> inputs(List<String> complaints) {
    List<LogInput> inputs = new ArrayList<>();
    List<LogInput> early = early();
    try {
      List<LogInput> logs = LogInputs.of(directory);
      inputs.addAll(logs.subList(Math.max(0, logs.size() - LOGS), logs.size()));
    } catch (InputException e) {
      if (early.isEmpty()) {
        complaints.add(String.valueOf(e.getMessage()));
      }
    }
    inputs.addAll(early);
    return inputs;
  }

  /**
   * Logs of runs that failed before their log was open (certbot: _internal/log.py, TempHandler).
   */
  private List<LogInput> early() {
    List<LogInput> found = new ArrayList<>();
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, "certbot-log-*")) {
      for (Path folder : folders) {
        Path log = folder.resolve("log");
        if (Files.isReadable(log)
            && !Files.getLastModifiedTime(log)
                .toInstant()
                .isBefore(started.minusSeconds(SLACK_SECONDS))) {
          found.add(LogInput.file(log.toString(), log));
        }
      }
    } catch (IOException e) {
      return found; // no such folder to be read: then there is no such log
    }
    return found;
  }

  /** The command's own runs, and of earlier ones the parts about the same certificates. */
  private List<Run> related(List<Run> runs, WrappedCommand command) {
    List<Run> own = runs.stream().filter(run -> isOwn(run, command)).toList();
    Set<String> names = new HashSet<>();
    boolean told = false;
    for (Run run : own) {
      told |= run.outcome() != RunOutcome.INCOMPLETE;
      run.certificates().stream()
          .map(RunAnalysis::name)
          .filter(name -> !name.isEmpty())
          .forEach(names::add);
    }
    List<Run> related = new ArrayList<>();
    for (Run run : runs) {
      if (own.contains(run)) {
        related.add(run);
      } else if (told && isEarlier(run)) {
        List<CertificateRun> same =
            run.certificates().stream().filter(one -> names.contains(name(one))).toList();
        if (!same.isEmpty()) {
          related.add(new Run(run.diary(), same, run.outcome()));
        }
      }
    }
    return own.isEmpty() ? List.of() : related;
  }

  private static String name(CertificateRun certificate) {
    String name = certificate.name();
    return name == null ? "" : name.toLowerCase(Locale.ROOT);
  }

  private boolean isOwn(Run run, WrappedCommand command) {
    Instant begun = begun(run);
    return begun != null
        && !begun.isBefore(started.minusSeconds(SLACK_SECONDS))
        && command.isOwn(run.diary().arguments());
  }

  private boolean isEarlier(Run run) {
    Instant begun = begun(run);
    return begun != null && begun.isBefore(started);
  }

  private static @Nullable Instant begun(Run run) {
    LocalDateTime local = run.diary().started();
    ZoneOffset offset = run.diary().offset();
    if (local == null) {
      return null;
    }
    return offset == null
        ? local.atZone(ZoneId.systemDefault()).toInstant()
        : local.toInstant(offset);
  }
}
