package certbotdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.core.Text;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharingTest {
  private static SharedShapes shapes(String... names) {
    return new SharedShapes(Set.of(names), Set.of("web01"));
  }

  @ParameterizedTest
  @CsvSource({
    "example.org, domain-1.example",
    "EXAMPLE.org., domain-1.example.",
    "*.example.org, *.domain-1.example",
    "_acme-challenge.example.org, _acme-challenge.domain-1.example",
    "_acme-challenge.shop.example.org, _acme-challenge.host-1.domain-1.example",
    "_acme-challenge.example.org.example.org, _acme-challenge.domain-1.example.domain-1.example",
    "www.example.org, www.domain-1.example",
    "ns1.example.org, ns1.domain-1.example",
    "renewal/example.org.conf, renewal/domain-1.example.conf",
    "/etc/letsencrypt/live/example.org/privkey.pem,"
        + " /etc/letsencrypt/live/domain-1.example/privkey.pem",
    "admin@example.org, user-1@domain-1.example",
    "admin@elsewhere.example.net, user-1@host-1.domain-2.example",
    "host web01 said so, host host-1 said so",
    "/home/alice/.secrets/cf.ini, /home/user-1/.secrets/cf.ini",
    "2001:db8:1::7 and 203.0.113.9, 2001:db8::1 and 192.0.2.1",
    "192.168.7.9 is private, 10.0.0.1 is private",
    "https://acme-v02.api.letsencrypt.org/acme/acct/123456789,"
        + " https://acme-v02.api.letsencrypt.org/acme/acct/id-1",
    "https://acme-v02.api.letsencrypt.org/acme/order/123456789/42,"
        + " https://acme-v02.api.letsencrypt.org/acme/order/id-1/id-2",
    "shop.example.co.uk, host-1.domain-2.example",
    "bücher.example.org, host-1.domain-1.example"
  })
  void namesGetPseudonymsThatKeepTheirRelations(String original, String shared) {
    assertThat(shapes("example.org").replace(original, true)).isEqualTo(shared);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://acme-v02.api.letsencrypt.org/directory",
        "dig TXT @8.8.8.8",
        "127.0.0.1:5002 and ::1",
        "letsencrypt.log.1.gz",
        "2026-01-02T03:04:05.678",
        "certbot 2.11.0",
        "/etc/letsencrypt/renewal",
        "certbot.errors.PluginError: dns.py line 5",
        "q3Tn0aYb7vWmXoZcD1eFgHiJkLmNoPqRsTuVwXyZ012",
        "urn:ietf:params:acme:error:dns"
      })
  void whatIsNobodysStays(String text) {
    assertThat(shapes("example.org").replace(text, true)).isEqualTo(text);
  }

  @Test
  void theSameOriginalHasOnePseudonymEverywhere() {
    SharedShapes shapes = shapes("example.org", "example.net");
    String first = shapes.replace("a.example.net 203.0.113.5", true);
    shapes.replace("b.example.org 203.0.113.6 c.example.net", true);
    assertThat(shapes.replace("a.example.net 203.0.113.5", true)).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void nothingThatIdentifiesIsLeftInAnyFormat(Format format) {
    String shared = Rendered.of(format, Sharing.share(SampleReports.staleRecord()));
    assertThat(shared)
        .doesNotContain("example.org", "example.net", "web01", "198.51.100.53", "2001:db8::53");
  }

  @Test
  void theReportSaysThatItIsRedactedAndKeepsItsShape() {
    Report report = SampleReports.staleRecord();
    Report shared = Sharing.share(report);
    assertThat(shared.redacted()).isTrue();
    assertThat(shared.diagnoses().get(0).cause()).isEqualTo("txt-stale-record");
    assertThat(shared.diagnoses().get(0).references())
        .isEqualTo(report.diagnoses().get(0).references());
    assertThat(shared.diagnoses().get(0).comparisons().get(0).expected())
        .isEqualTo(SampleDiagnoses.EXPECTED);
    assertThat(Sharing.share(report)).isEqualTo(shared);
  }

  @Test
  void wordsOfTheProgramKeepWhatIsNoKnownName() {
    Report report =
        SampleParts.withHeadline(
            SampleReports.success(),
            Text.prose("Ask unknown.test about example.org").plus(Text.quoted(" other.test")));
    assertThat(Sharing.share(report).headline().plain())
        .isEqualTo("Ask unknown.test about domain-1.example domain-2.example");
  }
}
