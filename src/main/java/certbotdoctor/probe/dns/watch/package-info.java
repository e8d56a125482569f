/**
 * Asking the same thing again: what every server of a name has, while it changes. Depends on
 * probe.dns, probe.dns.delegation and probe.dns.exchange.
 */
@NullMarked
package certbotdoctor.probe.dns.watch;

import org.jspecify.annotations.NullMarked;
