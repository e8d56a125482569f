package certbotdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.diagnose.Freshness;
import certbotdoctor.log.InputException;
import certbotdoctor.log.LogInputs;
import certbotdoctor.probe.dns.DnsProbeRunner;
import certbotdoctor.probe.dns.world.World;
import certbotdoctor.probe.dns.world.WorldNetwork;
import certbotdoctor.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each cause through the whole program, from a log and the answers of servers to the report: shown
 * true, shown untrue, and left open for a reason that the report tells.
 */
class LiveCausesTest {
  @TempDir private Path dir = Path.of("unused");

  static Stream<LiveCase> cases() {
    return Stream.concat(LiveCase.records(), LiveCase.services());
  }

  private Report report(LiveCase example) throws IOException, InputException, RuleBase.FaultyRules {
    Path log = Files.writeString(dir.resolve("letsencrypt.log"), example.run().text());
    RuleBase base = RuleBase.load(List.of());
    Analysis analysis =
        new Analysis(base.catalog(), base.rules(), new Freshness(World.NOW, ZoneOffset.UTC));
    Reading reading = analysis.read(LogInputs.of(log));
    try (World world = new World();
        WorldNetwork network = world.network()) {
      example.world().accept(world);
      LiveChecks checks = new LiveChecks(new DnsProbeRunner(world.settings(), network), true);
      return analysis.diagnose(reading, Selection.ALL, checks, checks::notChecked).report();
    }
  }

  private static List<String> verdicts(Report report) {
    List<String> verdicts = new ArrayList<>();
    report
        .diagnoses()
        .forEach(
            diagnosis -> {
              verdicts.add(diagnosis.cause() + " " + diagnosis.verdict());
              diagnosis
                  .alternatives()
                  .forEach(other -> verdicts.add(other.cause() + " " + other.verdict()));
            });
    return verdicts;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isTold(LiveCase example) throws Exception {
    Report report = report(example);
    assertThat(report.diagnoses()).hasSize(1);
    assertThat(verdicts(report)).contains(example.cause() + " " + example.verdict());
    if (example.why() != null) {
      assertThat(report.diagnoses().get(0).evidence())
          .anySatisfy(one -> assertThat(one.why()).isEqualTo(example.why()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "propagation-delay",
        "txt-value-wrong",
        "txt-stale-record",
        "txt-name-wrong",
        "txt-double-domain",
        "txt-multiple-records",
        "txt-missing",
        "provider-outage-or-api-error",
        "split-horizon-or-wrong-zone",
        "cname-interference",
        "cname-dangling",
        "nameserver-servfail",
        "nameserver-refused",
        "nameserver-timeout",
        "nxdomain-domain-missing",
        "delegation-broken",
        "dnssec-bogus"
      })
  void causeIsShownThreeWays(String cause) {
    List<String> words =
        cases().filter(one -> one.cause().equals(cause)).map(LiveCase::verdict).toList();
    assertThat(words).containsAnyOf("confirmed", "likely");
    assertThat(words).contains("ruled-out", "possible");
  }
}
