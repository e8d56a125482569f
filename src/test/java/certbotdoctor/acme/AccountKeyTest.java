package certbotdoctor.acme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountKeyTest {
  private static final String RSA_2048 =
      "v8zAsMCyxS2TEFpLzBjK3J4EpZCOowFpm29Mo4A8mt2Iw6UYCRTUq-MFIVzFQecmeaW5tNZJRoiO2ORhYuuvmsmgcLFK"
          + "SA9QP16r06ByvNj3JgVTLO6Id7El0UcWu4ArnHSvgVIlIESGCyR58wHY0MXpYwxLt98ekPJ2cb_L5NX24Aj3qGvp"
          + "BdtYtIlPCfw9___jS6v3_7kLxzm0tCJkUYcyJSubfmrO7lcYnBVLDjnXozi5fCj7P4-txPHVTCeiPNewbc0P5trg"
          + "2THf7kK2JOshcLdk8GrloFwV-VtbOfObUiXco4iTCLWZCxrR_cOm2F3y9VT82pneML97UPtK0Q";

  private static Optional<AccountKey> key(String json) {
    try {
      return AccountKey.of(new ObjectMapper().readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The example of RFC 7638 section 3.1; its account id is computed with OpenSSL's encoding. */
  @Test
  void rfcExample() {
    AccountKey key =
        key("{'kty':'RSA','alg':'RS256','kid':'2011-04-29','e':'AQAB','n':'"
                + "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_"
                + "BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0"
                + "_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWh"
                + "AI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw'}")
            .orElseThrow();

    assertThat(key.thumbprint()).isEqualTo("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    assertThat(key.certbotId()).contains("2674c2e26af3eb7de09813275bf2d854");
  }

  @Test
  void privateMembersAreNotRead() {
    AccountKey key =
        key("{'kty':'RSA','n':'"
                + RSA_2048
                + "','e':'AQAB','d':'SeCrEt','p':'SeCrEt','qi':'SeCrEt'}")
            .orElseThrow();

    assertThat(key.thumbprint()).isEqualTo("gU-55Q0NqA3Pnf-rXyh2AR_7G84l9AIWPOoSpB7MTSg");
    assertThat(key.certbotId()).contains("1dd6e3d58773409aa656f14fe2cbf0bf");
    assertThat(key.toString()).doesNotContain("SeCrEt");
  }

  /** Computed with Python's cryptography. */
  @ParameterizedTest
  @CsvSource({
    "P-256,zGdXrUB2nhr3UV5oEXDaPD_DJJpIUz8m293yWKBpLNQ,BPiq3pBxqQxtB10FiHpIEAdDTb8qy7U0gOCkOhAi6Ac,"
        + "rN88zEQFe2cV3hktv6p9FSiRBdgaIGvCf5AEguAjZFw,8afe85c4793fa27b7edc817036bee2d0",
    "P-384,5USRqy7ytGbr-6hvFtrbADHa9wLCSgfaQoLx1Byra-bNz2gPkfnQXWTTyNfcS7MI,"
        + "iK8Nlgr9Y4yXIb9Y6CSNipEE-Ge3JOlfFUeuZoi9ZgCuhhEB96yg-ujebCiIvOSm,"
        + "GSAGLGNINHlRdVsqJ5jVZVrxBNgDlFiOoiaKHkOleSg,b8c414b4bd456db52d29553d33885f19",
    "P-521,AHhNxCTO3BDIN2kySfaR_e_CbZf3IHxnMY9e_UFkQubv28zibq5EJps9WDTpqqsh6V8puBJBx_d-oKgBzJQOwVOH,"
        + "AG48dB95z9qMQjErxyS6OZjRpehdtGeeQ7wl3CjXf4FIZVAwwZUTZCv4DetACtQ3x9arJXLzO7qtHLcxakKdmK2T,"
        + "Mfve70TfNFknm_rTiXZC1Z9ZJynJBDTUJyThTnE4Dbg,a4907bb1cd0cbd47d418a1810dd425be"
  })
  void ellipticCurves(String curve, String x, String y, String thumbprint, String certbotId) {
    AccountKey key =
        key("{'kty':'EC','crv':'" + curve + "','x':'" + x + "','y':'" + y + "','d':'AA'}")
            .orElseThrow();

    assertThat(key.thumbprint()).isEqualTo(thumbprint);
    assertThat(key.certbotId()).contains(certbotId);
  }

  /** RFC 8037 appendix A.3. */
  @Test
  void edwardsCurveHasAThumbprintButNoCertbotId() {
    AccountKey key =
        key("{'kty':'OKP','crv':'Ed25519','x':'11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'}")
            .orElseThrow();

    assertThat(key.thumbprint()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    assertThat(key.certbotId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{}",
        "{'kty':'oct','k':'AA'}",
        "{'kty':'RSA','n':'AA'}",
        "{'kty':'RSA','n':1,'e':'AQAB'}",
        "{'kty':'RSA','n':'***','e':'AQAB'}",
        "{'kty':'EC','crv':'P 256','x':'AA','y':'AA'}"
      })
  void noKey(String json) {
    assertThat(key(json)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kty':'RSA','n':'AA','e':'AA'}",
        "{'kty':'EC','crv':'secp256k1','x':'AA','y':'AA'}"
      })
  void keyThatCertbotCannotHaveHasNoId(String json) {
    assertThat(key(json).orElseThrow().certbotId()).isEmpty();
  }
}
