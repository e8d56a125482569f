package certbotdoctor.acme;

/**
 * The name of a dns-01 challenge's TXT record (RFC 8555 section 8.4).
 *
 * @param value the name, without a trailing dot
 */
public record DnsChallengeName(String value) {
  private static final String LABEL = "_acme-challenge.";
  private static final String WILDCARD = "*.";

  /**
   * The name for an identifier; a wildcard and its base share one.
   *
   * @param identifier a domain name as it stands in an order, for example {@code *.example.org}
   */
  public static DnsChallengeName of(String identifier) {
    String base = identifier.strip();
    if (base.startsWith(WILDCARD)) {
      base = base.substring(WILDCARD.length());
    }
    if (base.endsWith(".")) {
      base = base.substring(0, base.length() - 1);
    }
    return new DnsChallengeName(LABEL + base);
  }

  @Override
  public String toString() {
    return value;
  }
}
