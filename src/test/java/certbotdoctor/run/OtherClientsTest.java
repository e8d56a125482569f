package certbotdoctor.run;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.catalog.Catalog;
import certbotdoctor.event.EventReader;
import certbotdoctor.log.RecordReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How runs of ACME clients other than certbot end, and whom their failures are about. */
class OtherClientsTest {
  private static final EventReader EVENTS = new EventReader(Catalog.builtIn());

  private static List<CertificateRun> certificates(String log) throws IOException {
    RunAssembler runs = new RunAssembler(new AccountKeys());
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    try (RecordReader records = new RecordReader("log", new ByteArrayInputStream(bytes))) {
      while (records.hasNext()) {
        EVENTS.read(records.next()).events().forEach(runs::accept);
      }
    }
    return runs.finish().stream().flatMap(run -> run.certificates().stream()).toList();
  }

  private static List<String> failing(List<CertificateRun> certificates) {
    return certificates.stream()
        .flatMap(certificate -> certificate.identifiers().stream())
        .filter(identifier -> identifier.outcome() == RunOutcome.FAILURE)
        .map(identifier -> (identifier.wildcard() ? "*." : "") + identifier.name())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        [Thu Jan  1 00:00:00 UTC 2026] Not valid yet, let's wait for 10 seconds then check the next one.
        [Thu Jan  1 00:00:10 UTC 2026] Cert success.
        """,
        """
        [INFO] [example.org] acme: Waiting for DNS record propagation.
        [INFO] retry due to: acme: error: 400 :: POST :: https://ca.example/acme/chall/1 :: urn:ietf:params:acme:error:badNonce :: JWS has an invalid anti-replay nonce: "x"
        [INFO] [example.org] The server validated our request
        [INFO] [example.org] Server responded with a certificate.
        """,
        """
        [WARN] [example.org] Preliminary validation failed: no TXT records found
        [INFO] [example.org] Preliminary validation succeeded
        [INFO] [example.org] Authorization result: valid
        """,
        """
        "propagation check failed" err="DNS record for \\"example.org\\" not yet propagated" dnsName="example.org" type="DNS-01"
        "certificate issued" logger="cert-manager.certificaterequests-issuer-acme.sign"
        """
      })
  void aWaitThatEndsWellIsNoFailure(String log) throws IOException {
    assertThat(certificates(log)).noneMatch(CertificateRun::failed);
  }

  @Test
  void oneNamesSuccessDoesNotHideAnothersFailure() throws IOException {
    String first = "[INFO] [good.example.org] Server responded with a certificate.\n";
    String second = "[bad.example.org] acme: error presenting token: example: odd\n";

    for (String log : List.of(first + second, second + first)) {
      List<CertificateRun> certificates = certificates(log);
      assertThat(certificates).filteredOn(CertificateRun::failed).hasSize(1);
      assertThat(failing(certificates)).containsExactly("bad.example.org");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[*.example.org] [*.example.org] acme: error presenting token: example: odd",
        "{\"identifier\":\"*.example.org\",\"error\":\"timed out waiting for record to fully"
            + " propagate\"}"
      })
  void aFailureIsAboutTheNameThatItsLineGives(String line) throws IOException {
    assertThat(failing(certificates(line))).containsExactly("*.example.org");
  }

  @Test
  void aFailureIsAboutTheNameOfTheRecordThatItSpeaksOf() throws IOException {
    assertThat(failing(certificates("Error add txt for domain:_acme-challenge.example.org")))
        .containsExactly("example.org");
  }

  @Test
  void wordsOfRefusalAloneAreNoFailure() throws IOException {
    assertThat(certificates("GET /admin 401 Unauthorized\nAccess denied\nzone not found"))
        .noneMatch(CertificateRun::failed);
  }
}
