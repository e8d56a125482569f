/** The DNS checks against BIND, NSD, Knot and Unbound on loopback addresses. */
@NullMarked
package certbotdoctor.probe.dns.real;

import org.jspecify.annotations.NullMarked;
