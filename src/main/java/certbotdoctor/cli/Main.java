package certbotdoctor.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;

/** Entry point. */
public final class Main {
  private Main() {}

  /** Runs the program on the standard streams and ends the JVM with its exit code. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Streams streams =
        new Streams(
            System.in,
            out,
            err,
            Terminal.IN.present(),
            Terminal.OUT.present(),
            Terminal.ERR.present());
    int code = run(streams, Clock.systemUTC(), args);
    out.flush();
    if (out.checkError() && code != ExitCode.USAGE.code()) {
      err.println("certbot-doctor: standard output could not take the whole report");
      code = ExitCode.NOT_WRITTEN.code();
    }
    System.exit(code);
  }

  /**
   * Runs the program.
   *
   * @param terminal whether the streams are a terminal
   * @return the exit code
   */
  public static int run(
      InputStream in,
      PrintStream out,
      PrintStream err,
      boolean terminal,
      Clock clock,
      String... args) {
    return run(new Streams(in, out, err, terminal, terminal, terminal), clock, args);
  }

  private static int run(Streams streams, Clock clock, String... args) {
    PrintStream out = streams.out();
    PrintStream err = streams.err();
    CommandLine line = new CommandLine(new AnalyseCommand(streams, clock).model());
    new Subcommands(streams, clock).addTo(line, args);
    line.setExpandAtFiles(false); // an argument of a wrapped command may begin with @
    line.setOut(new java.io.PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new java.io.PrintWriter(err, true, StandardCharsets.UTF_8));
    Faults faults = new Faults(err);
    line.setParameterExceptionHandler(faults);
    line.setExecutionExceptionHandler(faults);
    int code = line.execute(args);
    out.flush();
    return code;
  }

  /**
   * What is said of wrong arguments and of bugs. No lambdas: they would keep picocli's types, whose
   * class files are of an old version, out of the class archive.
   */
  private static final class Faults
      implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
    private final PrintStream err;

    Faults(PrintStream err) {
      this.err = err;
    }

    /** One sentence on what is wrong, and where help is; the whole usage would bury it. */
    @Override
    public int handleParseException(CommandLine.ParameterException problem, String[] given) {
      err.println("certbot-doctor: " + problem.getMessage());
      CommandLine.UnmatchedArgumentException.printSuggestions(problem, err);
      err.println(
          "'" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help' tells more.");
      return ExitCode.USAGE.code();
    }

    @Override
    public int handleExecutionException(
        Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
      err.println("certbot-doctor: internal error: " + problem.getClass().getName());
      if (System.getenv("CERTBOT_DOCTOR_TRACE") != null) {
        problem.printStackTrace(err);
      }
      return ExitCode.INTERNAL.code();
    }
  }
}
