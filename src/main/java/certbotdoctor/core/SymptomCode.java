package certbotdoctor.core;

import java.util.Locale;

/**
 * What the CA or the client says, as a code that other programs may rely on (report format, version
 * 1).
 */
public enum SymptomCode {
  DNS_NXDOMAIN,
  DNS_SERVFAIL,
  DNS_REFUSED,
  DNS_RCODE,
  DNS_TIMEOUT,
  DNS_DNSSEC,
  DNS_UNREACHABLE,
  DNS_NETWORK,
  DNS_OTHER,
  ADDRESS_NONE,
  TXT_NONE,
  TXT_INCORRECT,
  TXT_MISMATCH,
  CNAME_FOUND,
  KEY_AUTHORIZATION_WRONG,
  CAA_FORBIDS,
  CAA_LOOKUP,
  HTTP_CONNECT,
  HTTP_RESPONSE,
  HTTP_MISMATCH,
  HTTP_REDIRECT,
  TLS_ALPN,
  RATE_LIMITED,
  PAUSED,
  ACCOUNT,
  NONCE,
  ORDER,
  IDENTIFIER,
  SERVER_ERROR,
  CLIENT_ERROR,
  UNRECOGNISED;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The code as it stands in the report, for example {@code dns-nxdomain}. */
  public String id() {
    return id;
  }
}
