package certbotdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.probe.dns.world.World;
import certbotdoctor.report.DiagnosisReport;
import certbotdoctor.report.DiagnosisReport.RemedyStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Type;

/** The plugin of the log against what DNS shows of the domain. */
class LiveProviderTest {
  private static final Path SAMPLE =
      Path.of("samples/rfc2136-added-but-nxdomain-log/letsencrypt.log");
  private static final String OTHER = "192.0.2.31";

  @TempDir private Path dir = Path.of("unused");

  private DiagnosisReport diagnosed(World world, String plugin) throws Exception {
    Path log = dir.resolve("letsencrypt.log");
    String text = Files.readString(SAMPLE).replace("example.org", "example.test");
    Files.writeString(log, text.replace("dns-rfc2136", plugin));
    return LiveDiagnosis.of(world, log);
  }

  /** Lets example.test be served under a provider's names, at the same addresses. */
  private static World servedBy(World world, String... hosts) {
    world.remove("test", "example.test", Type.NS).remove("example.test", "example.test", Type.NS);
    for (String host : hosts) {
      String zone = host.substring(host.indexOf('.') + 1);
      world.add("test", "example.test. 86400 IN NS " + host + ".");
      world.add("example.test", "example.test. 300 IN NS " + host + ".");
      String start = "$TTL 300\n@ IN SOA ns h 1 2 3 4 5\n@ IN NS " + host + ".\n";
      world.server(OTHER).serve(zone, start + host + ". IN A " + World.NS1 + "\n");
    }
    return world;
  }

  private static List<String> steps(DiagnosisReport diagnosis) {
    return diagnosis.remedies().stream()
        .flatMap(remedy -> remedy.steps().stream())
        .map(RemedyStep::text)
        .map(text -> text.plain())
        .toList();
  }

  private static List<String> commands(DiagnosisReport diagnosis) {
    return diagnosis.remedies().stream()
        .flatMap(remedy -> remedy.steps().stream())
        .flatMap(step -> Stream.ofNullable(step.command()))
        .toList();
  }

  @Test
  void anotherProviderIsSaidFirst() throws Exception {
    try (World world = servedBy(new World(), "ns-1.awsdns-01.com", "ns-2.awsdns-02.net")) {
      DiagnosisReport diagnosis = diagnosed(world, "dns-cloudflare");
      assertThat(diagnosis.cause()).isEqualTo("split-horizon-or-wrong-zone");
      assertThat(diagnosis.verdict()).isEqualTo("confirmed");
      assertThat(diagnosis.because().plain())
          .contains("certbot writes to Cloudflare, but example.test is served by")
          .contains("Route 53");
      assertThat(diagnosis.title().plain())
          .endsWith("certbot writes to Cloudflare, and example.test is served by Amazon Route 53");
      assertThat(diagnosis.because().plain()).startsWith("certbot writes to Cloudflare");
      assertThat(commands(diagnosis))
          .anySatisfy(
              command -> assertThat(command).contains(" --dns-route53 -d example.test --dry-run"))
          .noneSatisfy(command -> assertThat(command).contains("cloudflare"));
      assertThat(steps(diagnosis))
          .anySatisfy(step -> assertThat(step).contains("Use the plugin or hook of"))
          .anySatisfy(step -> assertThat(step).contains("the registry gives it, 1 day"));
    }
  }

  @Test
  void theSameProviderIsNoFault() throws Exception {
    try (World world = servedBy(new World(), "ada.ns.cloudflare.com")) {
      DiagnosisReport diagnosis = diagnosed(world, "dns-cloudflare");
      assertThat(diagnosis.cause()).isNotEqualTo("split-horizon-or-wrong-zone");
      assertThat(diagnosis.because().plain()).doesNotContain("certbot writes to");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dns-cloudflare", "dns-rfc2136", "dns-route53"})
  void namesOfTheirOwnTellNothing(String plugin) throws Exception {
    try (World world = new World()) {
      DiagnosisReport diagnosis = diagnosed(world, plugin);
      assertThat(diagnosis.verdict()).isEqualTo("possible");
      assertThat(diagnosis.evidence())
          .noneSatisfy(one -> assertThat(one.says().plain()).contains("certbot writes to"));
    }
  }

  @Test
  void serversOfTwoProvidersTellNothing() throws Exception {
    try (World world = servedBy(new World(), "ada.ns.cloudflare.com", "ns-1.awsdns-01.com")) {
      assertThat(diagnosed(world, "dns-cloudflare").because().plain())
          .doesNotContain("certbot writes to");
    }
  }

  @Test
  void anAliasThatThePluginDoesNotFollowIsTheCause() throws Exception {
    try (World world = new World()) {
      String alias = "_acme-challenge.example.test. 60 IN CNAME validation.provider.test.";
      world.add("example.test", alias);
      DiagnosisReport diagnosis = diagnosed(world, "dns-rfc2136");
      assertThat(diagnosis.cause()).isEqualTo("cname-interference");
      assertThat(diagnosis.verdict()).isEqualTo("likely");
      assertThat(diagnosis.because().plain()).contains("validation.provider.test", "dns-rfc2136");
      assertThat(steps(diagnosis))
          .anySatisfy(
              step ->
                  assertThat(step).contains("validation.provider.test in the zone provider.test"));
    }
  }

  @Test
  void whatSpeaksAgainstIsNotToldAsIfItSpokeFor() throws Exception {
    try (World world = new World()) {
      DiagnosisReport diagnosis = diagnosed(world, "dns-rfc2136");
      assertThat(diagnosis.alternatives())
          .filteredOn(one -> one.cause().equals("nameservers-inconsistent"))
          .singleElement()
          .satisfies(
              one ->
                  assertThat(one.because().plain())
                      .isEqualTo("Against it: All servers have the same version of the zone now."));
    }
  }
}
