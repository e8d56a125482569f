package certbotdoctor.run;

import certbotdoctor.acme.KeyAuthorization;

/** The TXT value that a CA wants for a token and an account (RFC 8555 section 8.4). */
final class ExpectedValue {
  private ExpectedValue() {}

  static String of(String token, String thumbprint) {
    return new KeyAuthorization(token, thumbprint).txtValue();
  }
}
