package certbotdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A text that no hint is in holds no secret that a pattern would find. */
class SecretHintsTest {
  private static final List<String> PIECES =
      List.of(
          "password",
          "PassWd",
          "passphrase",
          "pwd",
          "client_secret",
          "token",
          "dns_x_api_key",
          "key",
          "Sig",
          "hmac",
          "payload",
          "protected",
          "eab-kid",
          "Authorization",
          "set-cookie",
          "cookie",
          "replay-nonce",
          "JWT",
          "signature",
          "csrf",
          "session_id",
          "sessionid",
          "otp",
          "appkey",
          "private_key_id",
          "Bearer",
          "basic",
          "SSO-Key",
          "ApiKey",
          "AKIA",
          "ASIA",
          "hmac-sha256:k:",
          "-----BEGIN EC PRIVATE KEY-----",
          "https://user",
          "ftp://a:b",
          "eyJhbGciOi.eyJhbGciOi",
          "dop_v1_",
          "doo_v1_",
          "ghp_",
          "gho_",
          "glpat-",
          "hvs.",
          "xoxb-",
          "sk_live_",
          "ya29.",
          "AIza",
          "v1.0-",
          "=",
          ": ",
          " ",
          "\"",
          "'",
          "@host",
          "\n",
          "\t",
          ", ",
          "\\n",
          "(",
          "A1b2C3d4E5f6G7h8",
          "QUtJQUlPU0ZPRE5ON0VYQU1QTEUxMjM0NTY3ODkwMTI=",
          "example.org",
          "the",
          "--",
          "[",
          "{",
          "> ");

  private final Redactor redactor = new Redactor();

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void patternsFindNothingWithoutAHint(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int piece = 0; piece < 2 + random.nextInt(6); piece++) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      String made = text.toString();
      assertThat(redactor.redact(made, SecretHints.in(made)))
          .as(made)
          .isEqualTo(redactor.redact(made, ~0));
    }
  }

  @Test
  void wordsOfACaHoldNoHint() {
    String detail =
        "DNS problem: NXDOMAIN looking up TXT for _acme-challenge.example.org - check that a DNS"
            + " record exists for this domain";
    assertThat(SecretHints.in(detail)).isZero();
  }
}
