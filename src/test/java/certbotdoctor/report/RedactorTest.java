package certbotdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.core.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private final Redactor redactor = new Redactor();

  private static List<String> linesWithSecrets() {
    return PlantedSecrets.LINES;
  }

  @ParameterizedTest
  @MethodSource("linesWithSecrets")
  void secretsAreTakenOut(String line) {
    String redacted = redactor.redact(line);
    assertThat(redacted).contains(Redactor.MARK).doesNotContain(PlantedSecrets.CORE);
  }

  @ParameterizedTest
  @MethodSource("linesWithSecrets")
  void redactingTwiceChangesNothingMore(String line) {
    String once = redactor.redact(line);
    assertThat(redactor.redact(once)).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("linesWithSecrets")
  void whatIsCutOffIsTakenOutAsWell(String line) {
    String cut = line.substring(0, line.indexOf(PlantedSecrets.SECRET)) + PlantedSecrets.SECRET;
    boolean readsAsHostName = cut.equals("https://" + PlantedSecrets.SECRET);
    assertThat(redactor.redact(cut).contains(PlantedSecrets.CORE)).isEqualTo(readsAsHostName);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Incorrect TXT record \"q3Tn0aYb7vWmXoZcD1eFgHiJkLmNoPqRsTuVwXyZ012\" found",
        "{\"type\": \"dns-01\", \"url\": \"https://ca.test/chall/1\", \"token\":"
            + " \"q3Tn0aYb7vWmXoZcD1eFgHiJkLmNoPqRsTuVwXyZ012\"}",
        "{\\\"token\\\": \\\"q3Tn0aYb7vWmXoZcD1eFgHiJkLmNoPqRsTuVwXyZ012\\\", \\\"type\\\":"
            + " \\\"http-01\\\"}",
        "CERTBOT_TOKEN=q3Tn0aYb7vWmXoZcD1eFgHiJkLmNoPqRsTuVwXyZ012",
        "http://example.org/.well-known/acme-challenge/q3Tn0aYb7vWmXoZcD1eFgHiJkLmNoPqRs",
        "The key authorization file from the server did not match this challenge",
        "urn:ietf:params:acme:error:badNonce :: The client sent an unacceptable anti-replay nonce"
            + " :: JWS has no anti-replay nonce",
        "Invalid API token: please check it",
        "dns_cloudflare_credentials = /root/.secrets/cloudflare.ini",
        "key_type = ecdsa",
        "privkey = /etc/letsencrypt/live/example.org/privkey.pem",
        "ssl_private_key = /etc/letsencrypt/live/example.org/privkey.pem",
        "dns_cloudflare_api_token = <your token>",
        "mail admin@example.org",
        "Unable to determine zone_id: 9109 Unauthorized to access requested resource",
        "\"key\": {\"kty\": \"RSA\", \"n\": \"0vx7\"}",
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"
      })
  void whatIsPublicStays(String line) {
    assertThat(redactor.redact(line)).isEqualTo(line);
  }

  @Test
  void wordsAroundASecretStay() {
    assertThat(redactor.redact("GET https://u:p4ss@api.test/v1?zone=a&api_key=K3Y9&page=2"))
        .isEqualTo("GET https://[redacted]@api.test/v1?zone=a&api_key=[redacted]&page=2");
    assertThat(redactor.redact("{'user': 'me', 'password': 'it\\'s', 'zone': 'example.org'}"))
        .isEqualTo("{'user': 'me', 'password': '[redacted]', 'zone': 'example.org'}");
  }

  @Test
  void wordsOfTheProgramAreLeftAlone() {
    Text text = Text.prose("Set token: abc123 and ").plus(Text.quoted("token: abc123"));
    assertThat(redactor.redact(text).plain()).isEqualTo("Set token: abc123 and token: [redacted]");
  }

  @Test
  void aMillionCharactersOfNamesAreReadToTheEnd() {
    String text = "password".repeat(125_000) + " token='" + PlantedSecrets.CORE + "'";
    assertThat(redactor.redact(text)).doesNotContain(PlantedSecrets.CORE);
  }
}
