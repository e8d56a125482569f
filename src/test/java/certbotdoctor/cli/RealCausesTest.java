package certbotdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import certbotdoctor.probe.dns.real.Laboratory;
import certbotdoctor.probe.dns.real.RealFaults;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults on real servers, each with the one cause that the program names first. */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealCausesTest {
  private Laboratory laboratory = new Laboratory(Path.of("unused"));

  @BeforeAll
  void start(@TempDir Path dir) throws IOException, InterruptedException {
    Optional<String> obstacle = Laboratory.obstacle();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(obstacle).isEmpty();
    }
    assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    laboratory = new Laboratory(dir);
    RealFaults.plant(laboratory);
    laboratory.start();
  }

  @AfterAll
  void stop() {
    laboratory.close();
  }

  private record Answer(int code, String text) {
    JsonNode report() throws IOException {
      return new ObjectMapper().readTree(text);
    }
  }

  private Answer probe(String name) throws IOException {
    return run(
        "probe",
        name,
        "--expect",
        RealFaults.VALUE,
        "--resolver",
        Laboratory.RESOLVER,
        "--no-public-resolvers",
        "--trust-anchor",
        laboratory.anchorFile().toString(),
        "--budget",
        "1m",
        "-f",
        "json");
  }

  private static Answer run(String... args) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            InputStream.nullInputStream(),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Clock.systemUTC(),
            args);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    return new Answer(code, out.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "txt-absent.test,txt-missing",
    "txt-stale.test,txt-stale-record",
    "txt-foreign.test,txt-value-wrong",
    "txt-quotes.test,txt-whitespace-or-quotes",
    "txt-case.test,txt-value-wrong",
    "txt-one.test,nameservers-inconsistent",
    "double.test,txt-double-domain",
    "sub.double-sub.test,txt-double-domain",
    "apex.test,txt-name-wrong",
    "underscore.test,txt-name-wrong",
    "sub.parent-name.test,txt-name-wrong",
    "prefixed.test,cname-interference",
    "dangling.test,cname-dangling",
    "loop.test,cname-interference",
    "long.test,cname-interference",
    "captured.test,cname-interference",
    "no-txt.test,cname-dangling",
    "unregistered.test,nxdomain-domain-missing",
    "refused-bind.test,nameserver-refused",
    "refused-nsd.test,nameserver-refused",
    "refused-knot.test,nameserver-refused",
    "refused-all.test,nameserver-refused",
    "servfail-bind.test,nameserver-servfail",
    "servfail-knot.test,nameserver-servfail",
    "servfail-all.test,nameserver-servfail",
    "lame.test,delegation-broken",
    "upward.test,delegation-broken",
    "down.test,nameserver-timeout",
    "down-all.test,nameserver-timeout",
    "differ.test,nameservers-inconsistent",
    "glue.test,delegation-broken",
    "nameless.test,delegation-broken",
    "lagging.test,nameservers-inconsistent",
    "no-key.test,dnssec-bogus",
    "mismatch.test,dnssec-bogus",
    "expired.test,dnssec-bogus",
    "future.test,dnssec-bogus",
    "unsigned-copy.test,dnssec-bogus",
    "tampered.test,dnssec-bogus",
    "no-proof.test,dnssec-bogus",
    "no-proof3.test,dnssec-bogus",
    "caa.test,caa-forbids",
    "deep.sub.caa.test,caa-forbids",
    "*.caa-wild.test,caa-forbids",
    "caa-critical.test,caa-forbids",
    "caa-method.test,caa-forbids",
    "split.test,split-horizon-or-wrong-zone",
    "own-zone.test,split-horizon-or-wrong-zone",
    "txt-padded.test,txt-value-wrong",
    "txt-blank.test,txt-whitespace-or-quotes"
  })
  void namesTheCause(String name, String cause) throws IOException {
    Answer answer = probe(name);
    assertThat(answer.code).isEqualTo(ExitCode.CAUSE_FOUND.code());
    assertThat(answer.report().path("diagnoses")).hasSize(1);
    assertThat(answer.report().at("/diagnoses/0/cause").asText())
        .as("%s", answer.report().path("diagnoses"))
        .isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource({
    "refused-bind.test,ns1.lab.test (127.0.0.1)",
    "refused-nsd.test,ns2.lab.test (127.53.0.12)",
    "servfail-knot.test,ns3.lab.test (127.53.0.13)",
    "down.test,ns.down.test (127.53.0.99)",
    "lame.test,ns.lame.test (127.53.0.2)"
  })
  void namesTheServerAtFaultAndNoOther(String name, String server) throws IOException {
    JsonNode evidence = probe(name).report().at("/diagnoses/0/evidence");
    assertThat(evidence)
        .filteredOn(one -> one.path("stance").asText().equals("supports"))
        .singleElement()
        .extracting(one -> one.path("says").asText())
        .asString()
        .contains(": " + server + ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"expired.test", "refused-all.test", "*.caa-wild.test", "loop.test", "sound.test"})
  void aReplayGivesTheSameReport(String name, @TempDir Path dir) throws IOException {
    Answer first = probe(name);
    Path file = Files.writeString(dir.resolve("report.json"), first.text);
    Answer again =
        run(
            "probe",
            "--replay",
            file.toString(),
            "--trust-anchor",
            laboratory.anchorFile().toString(),
            "-f",
            "json");
    assertThat(again.text).isEqualTo(first.text);
    assertThat(again.code).isEqualTo(first.code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sound.test",
        "*.sound.test",
        "a.b.sound-deep.test",
        "sound-rsa.test",
        "sound-ed25519.test",
        "sound-nsec3.test",
        "sound-optout.test",
        "sound-wild.test",
        "sound-alias.test",
        "sound-ns.test",
        "sound-many.test",
        "sound-caa.test",
        "wild-txt.test"
      })
  void findsNothingInASoundZone(String name) throws IOException {
    Answer answer = probe(name);
    assertThat(answer.report().path("diagnoses")).isEmpty();
    assertThat(answer.code).isEqualTo(ExitCode.OK.code());
  }
}
