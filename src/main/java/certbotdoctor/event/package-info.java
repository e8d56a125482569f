/**
 * Records become typed events, read by the CertbotOutput grammar, the CA text reader and the
 * catalogue. Depends on core, log, ca, catalog.
 */
@NullMarked
package certbotdoctor.event;

import org.jspecify.annotations.NullMarked;
