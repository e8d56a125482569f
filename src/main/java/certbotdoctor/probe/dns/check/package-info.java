/**
 * The DNS checks themselves: each asks, then concludes one outcome with facts. Depends on
 * probe.dns.exchange, delegation and dnssec.
 */
@NullMarked
package certbotdoctor.probe.dns.check;

import org.jspecify.annotations.NullMarked;
