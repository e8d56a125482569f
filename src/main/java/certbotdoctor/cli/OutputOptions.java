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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Where the report goes and how it looks. */
final class OutputOptions {
  private final OptionSpec files =
      Options.values(
          Path.class,
          "FILE",
          "Write a report to FILE; its extension gives the format: .html .md .txt .json .prom. Repeatable.",
          "-o",
          "--output");

  private final OptionSpec format =
      OptionSpec.builder("-f", "--format")
          .type(String.class)
          .paramLabel("FORMAT")
          .completionCandidates(new Candidates.Formats())
          .description("Format on standard output: text, html, md, json, prom.")
          .build();

  private final OptionSpec share =
      Options.flag(
          "Replace names, addresses, e-mail, account URLs and paths by stable pseudonyms.",
          "--share");

  private final OptionSpec width =
      Options.value(Integer.class, "N", "Columns of the text report.", "--width");

  private final OptionSpec colour =
      OptionSpec.builder("--color")
          .type(String.class)
          .paramLabel("WHEN")
          .completionCandidates(new Candidates.Colours())
          .defaultValue("auto")
          .description("Colours: auto, always, never.")
          .build();

  private final OptionSpec quiet = Options.flag("Only the verdicts.", "-q", "--quiet");

  private final OptionSpec verbose =
      Options.flag("Quotations in full, and all DNS exchanges.", "-v", "--verbose");

  /** The options, for the model of a command. */
  CommandSpec model() {
    return Options.model(files, format, share, width, colour, quiet, verbose);
  }

  /** Refuses values that make no sense, before anything is read. */
  void check(CommandSpec spec) {
    String name = Options.text(format);
    if (name != null && format(name).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "-f takes text, html, md, json or prom, not '" + name + "'.");
    }
    for (Path file : Options.paths(files)) {
      if (Format.ofExtension(file.toString()).isEmpty()) {
        throw new ParameterException(
            spec.commandLine(),
            "-o " + file + ": the name must end in .html, .md, .txt, .json or .prom.");
      }
    }
    if (!Candidates.COLOURS.contains(colour())) {
      throw new ParameterException(
          spec.commandLine(), "--color takes auto, always or never, not '" + colour() + "'.");
    }
  }

  private String colour() {
    String when = Options.text(colour);
    return when == null ? "auto" : when;
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
    List<Path> written = Options.paths(files);
    String wanted = Options.text(format);
    Report shown = Options.isGiven(share) ? Sharing.share(report) : report;
    int failed = 0;
    if (!written.isEmpty()) {
      failed = tried(streams, () -> new ReportFiles(Style.PLAIN).write(shown, written));
    }
    if (written.isEmpty() || wanted != null) {
      PrintStream out = tee ? streams.err() : streams.out();
      Format one = wanted == null ? Format.TEXT : format(wanted).orElse(Format.TEXT);
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
        colour().equals("always")
            || (colour().equals("auto")
                && streams.outTerminal()
                && System.getenv("NO_COLOR") == null);
    Integer given = width.getValue();
    int columns = given != null && given > 0 ? given : columns();
    boolean ascii =
        !StandardCharsets.UTF_8.equals(java.nio.charset.Charset.defaultCharset())
            && streams.outTerminal();
    return new Style(coloured, ascii, columns, Options.isGiven(quiet), Options.isGiven(verbose));
  }

  private static int columns() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : 80;
  }
}
