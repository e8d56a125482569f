package certbotdoctor.probe.dns.watch;

import org.xbill.DNS.SOARecord;

/**
 * The version of a zone that a server holds.
 *
 * @param serial serial number of the SOA record
 * @param refresh seconds after which a secondary asks the primary by itself (RFC 1035 section
 *     3.3.13)
 */
public record Version(long serial, long refresh) {
  private static final long HALF = 1L << 31;

  static Version of(SOARecord soa) {
    return new Version(soa.getSerial(), soa.getRefresh());
  }

  /** Whether it is the same as another or newer, by serial number arithmetic (RFC 1982). */
  public boolean reaches(Version other) {
    long ahead = (serial - other.serial) & 0xFFFFFFFFL;
    return ahead < HALF;
  }
}
