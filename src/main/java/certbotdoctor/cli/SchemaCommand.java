package certbotdoctor.cli;

import certbotdoctor.report.Reports;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The JSON Schema of the report. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Print the JSON Schema of the JSON report.")
final class SchemaCommand implements Callable<Integer> {
  private final Streams streams;

  SchemaCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    streams.out().print(Reports.jsonSchema());
    return ExitCode.OK.code();
  }
}
