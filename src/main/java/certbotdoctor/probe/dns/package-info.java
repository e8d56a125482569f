/**
 * The DNS probes, with dnsjava: the runner, its settings and the list of checks. The packages below
 * do the work: exchange (the door to the network), delegation, dnssec, check. Depends on probe and
 * core.
 */
@NullMarked
package certbotdoctor.probe.dns;

import org.jspecify.annotations.NullMarked;
