/** The DNS probes, with dnsjava. Depends on probe and core. */
@NullMarked
package certbotdoctor.probe.dns;

import org.jspecify.annotations.NullMarked;
