package certbotdoctor.core;

import java.util.Locale;
import java.util.Optional;

/** Challenge types: RFC 8555 section 8, RFC 8737, and the two DNS drafts that Boulder knows. */
public enum ChallengeType {
  HTTP_01("http-01"),
  DNS_01("dns-01"),
  TLS_ALPN_01("tls-alpn-01"),
  TLS_SNI_01("tls-sni-01"),
  DNS_ACCOUNT_01("dns-account-01"),
  DNS_PERSIST_01("dns-persist-01");

  private final String id;

  ChallengeType(String id) {
    this.id = id;
  }

  /** The name on the wire, for example {@code dns-01}. */
  public String id() {
    return id;
  }

  /** The type of a name on the wire, in any case; empty for a name that is none. */
  public static Optional<ChallengeType> of(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    for (ChallengeType type : values()) {
      if (type.id.equals(wanted)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
