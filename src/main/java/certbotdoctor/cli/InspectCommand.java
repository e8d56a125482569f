package certbotdoctor.cli;

import certbotdoctor.diagnose.FactExtractor;
import certbotdoctor.diagnose.FactSet;
import certbotdoctor.diagnose.Freshness;
import certbotdoctor.diagnose.History;
import certbotdoctor.diagnose.Hypothesizer;
import certbotdoctor.diagnose.Subject;
import certbotdoctor.event.EventReader;
import certbotdoctor.log.InputException;
import certbotdoctor.log.LogInput;
import certbotdoctor.log.LogInputs;
import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeRunner;
import certbotdoctor.report.Redactor;
import certbotdoctor.rules.Rule;
import certbotdoctor.run.IdentifierRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An intermediate stage as JSON, one object a line: for bug reports and rule authors. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "Print an intermediate stage as JSON, one object a line.")
final class InspectCommand implements Callable<Integer> {
  private final Streams streams;
  private final Clock clock;
  private final Redactor redactor = new Redactor();

  @Option(
      names = "--stage",
      required = true,
      paramLabel = "STAGE",
      completionCandidates = Candidates.Stages.class,
      description = "records, events, runs, hypotheses or probes.")
  private String stage = "";

  @Parameters(paramLabel = "PATH", description = "As for the main command.")
  private List<String> paths = List.of();

  InspectCommand(Streams streams, Clock clock) {
    this.streams = streams;
    this.clock = clock;
  }

  @Override
  public Integer call() throws RuleBase.FaultyRules, IOException {
    if (!Candidates.STAGES.contains(stage)) {
      streams
          .err()
          .println(
              "certbot-doctor: --stage takes records, events, runs, hypotheses or probes, not '"
                  + stage
                  + "'.");
      return ExitCode.USAGE.code();
    }
    List<LogInput> inputs = new ArrayList<>();
    try {
      if (paths.isEmpty() || paths.contains("-")) {
        inputs.add(LogInput.stream("standard input", streams.in()));
      }
      for (String path : paths) {
        if (!path.equals("-")) {
          inputs.addAll(LogInputs.of(Path.of(path)));
        }
      }
      if (paths.size() > 1) {
        inputs = LogInputs.byTime(inputs);
      }
      RuleBase base = RuleBase.load(List.of());
      if (stage.equals("records") || stage.equals("events")) {
        Stages stages = new Stages(streams.out(), redactor);
        stages.print(inputs, stage.equals("events") ? new EventReader(base.catalog()) : null);
      } else {
        runs(inputs, base);
      }
      return ExitCode.OK.code();
    } catch (InputException e) {
      streams.err().println("certbot-doctor: " + e.getMessage());
      return ExitCode.NOTHING_READ.code();
    }
  }

  private void runs(List<LogInput> inputs, RuleBase base) throws IOException {
    Freshness freshness = new Freshness(clock.instant(), ZoneId.systemDefault());
    Analysis analysis = new Analysis(base.catalog(), base.rules(), freshness);
    Reading reading = analysis.read(inputs);
    History history = new History(reading.runs());
    Stages stages = new Stages(streams.out(), redactor);
    if (stage.equals("runs")) {
      for (Object run : reading.runs()) {
        stages.line(run);
      }
      return;
    }
    if (stage.equals("probes")) {
      probes(analysis, reading, stages);
      return;
    }
    for (History.Entry entry : history.newest()) {
      if (entry.certificate().failed()) {
        hypotheses(entry, history, base, stages);
      }
    }
  }

  /** The live checks that the hypotheses call for; none is made. */
  private static void probes(Analysis analysis, Reading reading, Stages stages) throws IOException {
    Set<ProbeRequest> wanted = new LinkedHashSet<>();
    ProbeRunner nobody =
        requests -> {
          wanted.addAll(requests);
          return Map.of();
        };
    analysis.diagnose(reading, Selection.ALL, nobody, List::of);
    for (ProbeRequest request : wanted) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("probe", request.probe());
      line.put("with", request.slots().values());
      stages.line(line);
    }
  }

  private static void hypotheses(History.Entry entry, History history, RuleBase base, Stages stages)
      throws IOException {
    List<IdentifierRun> identifiers = new ArrayList<>(entry.certificate().identifiers());
    identifiers.add(null);
    for (IdentifierRun identifier : identifiers) {
      Subject subject = new Subject("", entry.run(), entry.certificate(), identifier);
      FactSet facts = new FactExtractor(history).of(subject, entry);
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("certificate", entry.certificate().name());
      line.put("identifier", identifier == null ? null : identifier.name());
      line.put("facts", facts.facts());
      line.put("causes", new Hypothesizer(base.rules()).of(facts).stream().map(Rule::id).toList());
      stages.line(line);
    }
  }
}
