/**
 * What the CA saw: starts a command, follows its log, and asks the servers of each challenge name
 * while the record is up. Depends on core, log, acme, event, run, probe, probe.dns.watch and
 * probe.dns.exchange.
 */
@NullMarked
package certbotdoctor.capture;

import org.jspecify.annotations.NullMarked;
