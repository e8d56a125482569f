package certbotdoctor.cli;

import certbotdoctor.report.Format;
import certbotdoctor.report.Report;
import certbotdoctor.report.ReportFiles;
import certbotdoctor.report.ReportWriteException;
import certbotdoctor.report.Sharing;
import certbotdoctor.report.Style;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the report goes and how it looks. */
final class OutputOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write a report to FILE; its extension gives the format: .html .md .txt .json .prom. Repeatable.")
  private List<Path> files = List.of();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      completionCandidates = Candidates.Formats.class,
      description = "Format on standard output: text, html, md, json, prom.")
  private @Nullable String format;

  @Option(
      names = "--share",
      description =
          "Replace names, addresses, e-mail, account URLs and paths by stable pseudonyms.")
  private boolean share;

  @Option(names = "--width", paramLabel = "N", description = "Columns of the text report.")
  private int width;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      completionCandidates = Candidates.Colours.class,
      defaultValue = "auto",
      description = "Colours: auto, always, never.")
  private String colour = "auto";

  @Option(
      names = {"-q", "--quiet"},
      description = "Only the verdicts.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Quotations in full, and all DNS exchanges.")
  private boolean verbose;

  /** Refuses values that make no sense, before anything is read. */
  void check(CommandSpec spec) {
    if (format != null && format(format).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "-f takes text, html, md, json or prom, not '" + format + "'.");
    }
    for (Path file : files) {
      if (Format.ofExtension(file.toString()).isEmpty()) {
        throw new ParameterException(
            spec.commandLine(),
            "-o " + file + ": the name must end in .html, .md, .txt, .json or .prom.");
      }
    }
    if (!Candidates.COLOURS.contains(colour)) {
      throw new ParameterException(
          spec.commandLine(), "--color takes auto, always or never, not '" + colour + "'.");
    }
  }

  private static Optional<Format> format(String name) {
    for (Format one : Format.values()) {
      if (one.id().equals(name)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** Writes the report everywhere; gives 0 or the exit code of a failure. */
  int write(Report report, Streams streams, boolean tee) {
    Report shown = share ? Sharing.share(report) : report;
    int failed = 0;
    if (!files.isEmpty()) {
      failed = tried(streams, () -> new ReportFiles(Style.PLAIN).write(shown, files));
    }
    if (files.isEmpty() || format != null) {
      PrintStream out = tee ? streams.err() : streams.out();
      Format one = format == null ? Format.TEXT : format(format).orElse(Format.TEXT);
      String name = tee ? "standard error" : "standard output";
      ReportFiles printer = new ReportFiles(style(streams));
      failed = Math.max(failed, tried(streams, () -> printer.write(shown, one, out, name)));
    }
    return failed;
  }

  /** Writes something, if it can be. */
  private interface Writing {
    void run() throws ReportWriteException;
  }

  private static int tried(Streams streams, Writing writing) {
    try {
      writing.run();
      return ExitCode.OK.code();
    } catch (ReportWriteException e) {
      streams.err().println("certbot-doctor: " + e.getMessage());
      return ExitCode.NOT_WRITTEN.code();
    }
  }

  private Style style(Streams streams) {
    boolean coloured =
        colour.equals("always")
            || (colour.equals("auto")
                && streams.outTerminal()
                && System.getenv("NO_COLOR") == null);
    int columns = width > 0 ? width : columns();
    boolean ascii =
        !StandardCharsets.UTF_8.equals(java.nio.charset.Charset.defaultCharset())
            && streams.outTerminal();
    return new Style(coloured, ascii, columns, quiet, verbose);
  }

  private static int columns() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : 80;
  }
}
