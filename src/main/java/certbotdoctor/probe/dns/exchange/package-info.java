/**
 * The one door to the network: questions to single servers, within limits, each asked once and kept
 * as evidence. Depends on probe and core; dnsjava is the wire.
 */
@NullMarked
package certbotdoctor.probe.dns.exchange;

import org.jspecify.annotations.NullMarked;
