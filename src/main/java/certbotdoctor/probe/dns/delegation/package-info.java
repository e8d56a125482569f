/**
 * Finding the servers: the walk from the parent down, each server's own view of its zone, and the
 * CNAME chain of a name. Depends on probe.dns.exchange.
 */
@NullMarked
package certbotdoctor.probe.dns.delegation;

import org.jspecify.annotations.NullMarked;
