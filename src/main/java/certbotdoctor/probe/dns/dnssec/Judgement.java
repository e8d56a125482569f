package certbotdoctor.probe.dns.dnssec;

/**
 * What validation says, and of what.
 *
 * @param security the result
 * @param detail what was looked at, in zone-file words, for example {@code example.test. DNSKEY};
 *     for signatures with their times
 */
public record Judgement(Security security, String detail) {
  /** Validation succeeded. */
  static final Judgement SECURE = new Judgement(Security.SECURE, "");

  boolean isSecure() {
    return security == Security.SECURE;
  }

  /** The worse of two. */
  Judgement or(Judgement other) {
    return other.security.compareTo(security) < 0 ? other : this;
  }
}
