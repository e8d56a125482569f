package certbotdoctor.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeFactsTest {

  /** The digest is computed with OpenSSL. */
  @Test
  void txtValueIsTheDigestOfTheKeyAuthorization() {
    KeyAuthorization authorization =
        new KeyAuthorization(
            "evaGxfADs6pSRb2LAv9IZf17Dt3juxGJ-PCt92wr-oA",
            "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");

    assertThat(authorization.value())
        .isEqualTo(
            "evaGxfADs6pSRb2LAv9IZf17Dt3juxGJ-PCt92wr-oA"
                + ".NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    assertThat(authorization.txtValue()).isEqualTo("ZTRx1Ckl1-tM05o5zaizTTA0yUy5AGereMgSNWC6Ll8");
  }

  @ParameterizedTest
  @CsvSource({
    "example.org,_acme-challenge.example.org",
    "*.example.org,_acme-challenge.example.org",
    "www.example.org.,_acme-challenge.www.example.org",
    "bücher.test,_acme-challenge.bücher.test"
  })
  void challengeName(String identifier, String name) {
    assertThat(DnsChallengeName.of(identifier)).hasToString(name);
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void headerOfAnAccountsRequest() {
    String header =
        encoded(
            "{'alg':'RS256','kid':'https://ca.example/acct/7','nonce':'SeCrEt',"
                + "'url':'https://ca.example/chall/1'}");

    JwsHeader read = JwsHeader.decode(header).orElseThrow();

    assertThat(read.alg()).isEqualTo("RS256");
    assertThat(read.kid()).isEqualTo("https://ca.example/acct/7");
    assertThat(read.url()).isEqualTo("https://ca.example/chall/1");
    assertThat(read.jwk()).isNull();
    assertThat(read.toString()).doesNotContain("SeCrEt");
  }

  @Test
  void headerOfANewAccount() {
    String header =
        encoded("{'alg':'ES256','jwk':{'kty':'EC','crv':'P-256','x':'AA','y':'AQ'},'kid':3}");

    JwsHeader read = JwsHeader.decode(" " + header + "\n").orElseThrow();

    assertThat(read.kid()).isNull();
    assertThat(read.jwk()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "bm8", "W10", "eyJ"})
  void noHeader(String encoded) {
    assertThat(JwsHeader.decode(encoded)).isEmpty();
  }
}
