/**
 * Validation of the servers' own answers from a trust anchor (RFC 4035 section 5), with the reason
 * where it fails. Depends on probe.dns.exchange and delegation.
 */
@NullMarked
package certbotdoctor.probe.dns.dnssec;

import org.jspecify.annotations.NullMarked;
