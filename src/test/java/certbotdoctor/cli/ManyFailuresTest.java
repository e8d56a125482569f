package certbotdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.diagnose.Freshness;
import certbotdoctor.log.LogInput;
import certbotdoctor.log.LogInputs;
import certbotdoctor.probe.ProbeRunner;
import certbotdoctor.report.DiagnosisReport;
import certbotdoctor.report.Format;
import certbotdoctor.report.Report;
import certbotdoctor.report.ReportFiles;
import certbotdoctor.report.Style;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Failures in great number: judged as each alone would be, bounded, and counted where left out. */
class ManyFailuresTest {
  private static final Freshness NOW =
      new Freshness(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);
  private static final RuleBase BASE = base();

  /** Answers nothing, but has to be asked. */
  private static final ProbeRunner MUTE = requests -> Map.of();

  private static RuleBase base() {
    try {
      return RuleBase.load(List.of());
    } catch (RuleBase.FaultyRules e) {
      throw new IllegalStateException(e);
    }
  }

  private static Reading read(List<LogInput> inputs) {
    return new Analysis(BASE.catalog(), BASE.rules(), NOW).read(inputs);
  }

  private static Reading read(String log) {
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    return read(List.of(LogInput.stream("log", new ByteArrayInputStream(bytes))));
  }

  private static Report report(Reading reading, ProbeRunner probes) {
    return new Analysis(BASE.catalog(), BASE.rules(), NOW)
        .diagnose(reading, Selection.ALL, probes, List::of)
        .report();
  }

  /** A run of certbot that reports problems, in as many records as they need. */
  private static String run(int number, List<String> problems) {
    String at = "2026-01-%02d 03:%02d:05,".formatted(1 + number / 60, number % 60);
    StringBuilder log = new StringBuilder();
    log.append(at).append("100:DEBUG:certbot._internal.main:certbot version: 2.1.0\n");
    log.append(at).append("101:DEBUG:certbot._internal.main:Arguments: ['--cert-name', 'c");
    log.append(number).append(".example.org', '--dns-cloudflare']\n");
    for (int from = 0; from < problems.size(); from += 4000) {
      log.append(at)
          .append("102:DEBUG:certbot._internal.display.obj:Notifying user: \n")
          .append("Certbot failed to authenticate some domains (authenticator: dns-cloudflare).")
          .append(" The Certificate Authority reported these problems:\n")
          .append(String.join("", problems.subList(from, Math.min(problems.size(), from + 4000))));
    }
    log.append(at).append("104:ERROR:certbot._internal.log:Some challenges have failed.\n");
    return log.toString();
  }

  private static String problem(String name, String type, String detail) {
    return "  Domain: " + name + "\n  Type:   " + type + "\n  Detail: " + detail + "\n\n";
  }

  private static String nxdomain(int number) {
    String name = "h" + number + ".example.org";
    String detail =
        "DNS problem: NXDOMAIN looking up TXT for _acme-challenge."
            + name
            + " - check that a DNS record exists for this domain";
    return problem(name, "dns", detail);
  }

  private static List<String> nxdomains(int from, int to) {
    return IntStream.range(from, to).mapToObj(ManyFailuresTest::nxdomain).toList();
  }

  @Test
  void samplesAreJudgedAsWhereEachFailureIsWeighed() throws Exception {
    for (SampleCase sample : SampleCase.in(Path.of("samples"), new ArrayList<>())) {
      List<LogInput> inputs = new ArrayList<>();
      for (Path input : sample.inputs()) {
        inputs.addAll(LogInputs.of(input));
      }
      Reading reading = read(inputs);
      assertThat(report(reading, ProbeRunner.NOBODY))
          .as(sample.name())
          .isEqualTo(report(reading, MUTE));
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 12);
  }

  /** Names that fail in all ways that a CA has words for, in certificates with few and many. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void mixturesAreJudgedAsWhereEachFailureIsWeighed(int seed) throws Exception {
    Random random = new Random(seed);
    List<String> vectors =
        Files.readAllLines(Path.of("src/test/resources/ca/vectors.tsv")).stream()
            .filter(line -> !line.startsWith("#") && line.indexOf('\t') >= 0)
            .toList();
    StringBuilder log = new StringBuilder();
    for (int run = 0; run < 6; run++) {
      List<String> problems = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(60); i++) {
        List<String> vector = List.of(vectors.get(random.nextInt(vectors.size())).split("\t", -1));
        String name = (random.nextInt(9) == 0 ? "*.shop" : "shop" + random.nextInt(40));
        problems.add(
            problem(
                name + ".example.org",
                vector.get(0).isEmpty() ? "None" : vector.get(0),
                vector.get(1).replace("shop.example.org", name + ".example.org")));
      }
      log.append(run(run % 4, problems));
    }
    Reading reading = read(log.toString());
    assertThat(report(reading, ProbeRunner.NOBODY)).isEqualTo(report(reading, MUTE));
  }

  @Test
  void everyNameOfALargeRunStandsInOneDiagnosis() {
    Report report = report(read(run(1, nxdomains(0, 9000))), ProbeRunner.NOBODY);
    assertThat(report.diagnoses()).hasSize(1);
    assertThat(report.diagnoses().get(0).identifiers()).hasSize(9000).doesNotHaveDuplicates();
    assertThat(report.notChecked()).isEmpty();
  }

  @Test
  void commandsDoNotNameThousandsOfNames() {
    DiagnosisReport diagnosis =
        report(read(run(1, nxdomains(0, 3000))), ProbeRunner.NOBODY).diagnoses().get(0);
    List<String> commands =
        diagnosis.remedies().stream()
            .flatMap(remedy -> remedy.steps().stream())
            .map(step -> String.valueOf(step.command()))
            .toList();
    assertThat(commands).allMatch(command -> command.length() < 1000);
    assertThat(String.join("\n", commands)).doesNotContain("h2999.example.org");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void namesForWhichThereIsNoRoomAreCounted(Format format) throws Exception {
    List<String> problems = new ArrayList<>(nxdomains(0, 20_500));
    problems.add(
        problem("last.example.org", "caa", "CAA record for example.org prevents issuance"));
    Report report = report(read(run(1, problems)), ProbeRunner.NOBODY);
    assertThat(report.diagnoses().get(0).identifiers()).hasSizeBetween(20_000, 20_010);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ReportFiles(Style.PLAIN).write(report, format, out, "report");
    if (format != Format.PROM) {
      assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " "))
          .contains("further failed names")
          .contains("caa-forbids (1)");
    }
  }

  @Test
  void runsForWhichThereIsNoRoomAreCounted() {
    StringBuilder log = new StringBuilder();
    for (int run = 0; run < 500; run++) {
      log.append(run(run, nxdomains(100 * run, 100 * run + 100)));
    }
    Reading reading = read(log.toString());
    Report report = report(reading, ProbeRunner.NOBODY);
    assertThat(reading.unreported()).isPositive();
    assertThat(reading.left().names().total()).isEqualTo(100 * reading.unreported());
    assertThat(report.diagnoses().get(0).identifiers())
        .hasSize(50_000 - (int) reading.left().names().total());
    assertThat(report.notChecked())
        .extracting(one -> one.why().plain())
        .anyMatch(why -> why.contains("dns-nxdomain ("));
  }

  @Test
  void theUnreadRestOfARecordIsTold() {
    Report report = report(read(run(1, List.of(String.join("", nxdomains(0, 7000))))), MUTE);
    assertThat(report.notChecked())
        .extracting(one -> one.what().plain() + " " + one.why().plain())
        .anyMatch(
            words ->
                words.matches(
                    "[\\d,]+ bytes of 1 record so long that only the beginning was read"));
  }

  @Test
  void noMoreThanAThousandFailuresAreCheckedLive() {
    List<Integer> asked = new ArrayList<>();
    Report report =
        report(
            read(run(1, nxdomains(0, 1500))),
            requests -> {
              requests.forEach(
                  request -> {
                    String domain = request.slots().get("domain");
                    if (domain != null) {
                      asked.add(domain.hashCode());
                    }
                  });
              return Map.of();
            });
    assertThat(asked.stream().distinct().count()).isLessThanOrEqualTo(1000);
    assertThat(report.diagnoses().get(0).identifiers()).hasSize(1500);
    assertThat(report.notChecked())
        .extracting(one -> one.what().plain())
        .contains("500 failures live");
  }
}
