/** A small world of name servers on loopback, for tests of what asks them. */
@NullMarked
package certbotdoctor.probe.dns.world;

import org.jspecify.annotations.NullMarked;
