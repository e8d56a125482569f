package certbotdoctor.ca;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaTriggerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:ietf:params:acme:error:dns",
        "urn:acme:error:connection",
        "DNS problem: NXDOMAIN",
        "CNAME record found for a.test",
        "Incorrect TXT record \"x\"",
        "No TXT record found at a.test",
        "No TXT record found for DNS-PERSIST-01 challenge",
        "No TXT records found for DNS challenge",
        "Correct value not found for DNS challenge",
        "The TXT record \"a.test\" does not match",
        "Error retrieving TXT records for DNS challenge",
        "CAA record for a.test prevents issuance",
        "While processing CAA for a.test",
        "During secondary validation: x",
        "Rechecking CAA for x",
        "rechecking caa: x",
        "too many certificates (5)",
        "Too many certificates already",
        "too many registrations for",
        "Too many new registrations",
        "too many failed authorizations",
        "too many new orders",
        "Too many currently pending authorizations.",
        "Cannot issue for \"x\"",
        "Error creating new order :: x",
        "Error finalizing order :: x",
        "Invalid response from http://a.test",
        "Fetching http://a.test",
        "no valid A records found",
        "Timeout during connect (likely firewall problem)",
        "JWS has an invalid anti-replay nonce",
        "Your account is temporarily prevented from",
        "The client lacks sufficient authorization :: x",
        "The request message was malformed :: x",
        "Account is not valid, has status \"deactivated\"",
        "Account creation on ACMEv1 is disabled",
        "KeyID header contained an invalid account URL: \"x\"",
        "The service is down for maintenance or had an internal error"
      })
  void findsTheBeginning(String problem) {
    String prose = "acme.sh says at D with TT: ";

    assertThat(CaTrigger.find(prose + problem, 0)).isEqualTo(prose.length());
    assertThat(CaTrigger.find(prose + problem, prose.length())).isEqualTo(prose.length());
    assertThat(CaTrigger.find(prose + problem, prose.length() + 1)).isEqualTo(-1);
  }

  @Test
  void findsOneAfterTheOther() {
    String text = "x DNS problem: a; DNS problem: b";

    int first = CaTrigger.find(text, 0);

    assertThat(first).isEqualTo(2);
    assertThat(CaTrigger.find(text, first + 1)).isEqualTo(18);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "DNS problem",
        "Error creating new order",
        "too many words",
        "Fetching a list"
      })
  void proseIsNoProblem(String prose) {
    assertThat(CaTrigger.find(prose, 0)).isEqualTo(-1);
  }
}
