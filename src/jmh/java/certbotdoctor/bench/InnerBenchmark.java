package certbotdoctor.bench;

import certbotdoctor.ca.CaTextReader;
import certbotdoctor.catalog.Catalog;
import certbotdoctor.diagnose.Diagnosis;
import certbotdoctor.diagnose.Diagnostician;
import certbotdoctor.diagnose.Freshness;
import certbotdoctor.diagnose.History;
import certbotdoctor.event.EventReader;
import certbotdoctor.log.LogRecord;
import certbotdoctor.log.RecordReader;
import certbotdoctor.rules.FactVocabulary;
import certbotdoctor.rules.RuleException;
import certbotdoctor.rules.RuleSet;
import certbotdoctor.rules.RuleSetLoader;
import certbotdoctor.run.AccountKeys;
import certbotdoctor.run.RunAssembler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The parts that a log goes through, each alone and warm, as the installed program runs them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class InnerBenchmark {
  private static final String DETAIL =
      "During secondary validation: DNS problem: NXDOMAIN looking up TXT for "
          + "_acme-challenge.example.org - check that a DNS record exists for this domain";

  private final EventReader events = new EventReader(Catalog.builtIn());
  private final CaTextReader texts = new CaTextReader();
  private RuleSet rules = new RuleSet(List.of(), List.of(), List.of());
  private History history = new History(List.of());
  private byte[] log = {};
  private final List<LogRecord> failing = new ArrayList<>();

  /** Makes a log of a megabyte, and picks what a failed run says on the terminal. */
  @Setup
  public void prepare() throws IOException, RuleException {
    rules = new RuleSetLoader(() -> new FactVocabulary(Map.of(), Map.of())).builtIn().load();
    RunAssembler runs = new RunAssembler(new AccountKeys());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new LogGenerator(out, 1, 0.5, 6).bytes(1_000_000);
    log = out.toByteArray();
    try (RecordReader records = new RecordReader("log", new ByteArrayInputStream(log))) {
      while (records.hasNext()) {
        LogRecord record = records.next();
        events.read(record).events().forEach(runs::accept);
        if (new String(record.bytes(), StandardCharsets.UTF_8).contains("Certbot failed")) {
          failing.add(record);
        }
      }
    }
    history = new History(runs.finish());
  }

  /** Splits a megabyte into records. */
  @Benchmark
  public long splitMegabyte() throws IOException {
    long count = 0;
    try (RecordReader records = new RecordReader("log", new ByteArrayInputStream(log))) {
      while (records.advance()) {
        count += records.to() - records.from();
      }
    }
    return count;
  }

  /** Reads what certbot says of each failed run in the megabyte, by the grammar of its output. */
  @Benchmark
  public long outputGrammar() {
    long events = 0;
    for (LogRecord record : failing) {
      events += this.events.read(record).events().size();
    }
    return events;
  }

  /** Reads a CA's problem text by its grammar. */
  @Benchmark
  public Object problemGrammar() {
    return texts.read("dns", DETAIL);
  }

  /** Weighs the causes of the newest run of each certificate, without live checks. */
  @Benchmark
  public List<Diagnosis> ruleEvaluation() {
    Diagnostician diagnostician =
        new Diagnostician(
            rules, requests -> Map.of(), new Freshness(Instant.EPOCH, ZoneOffset.UTC));
    return diagnostician.diagnose(history, history.newest(), Map.of());
  }
}
