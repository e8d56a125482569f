package certbotdoctor.acme;

/**
 * A key authorization (RFC 8555 section 8.1).
 *
 * @param token the challenge's token
 * @param thumbprint the account key's thumbprint, RFC 7638
 */
public record KeyAuthorization(String token, String thumbprint) {

  /** The key authorization of a challenge for an account. */
  public static KeyAuthorization of(String token, AccountKey key) {
    return new KeyAuthorization(token, key.thumbprint());
  }

  /** Token, dot, thumbprint: what an http-01 file holds. */
  public String value() {
    return token + "." + thumbprint;
  }

  /** The TXT value that dns-01 asks for (RFC 8555 section 8.4): 43 characters. */
  public String txtValue() {
    return Base64Url.sha256(value());
  }
}
