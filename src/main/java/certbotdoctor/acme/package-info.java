/**
 * RFC 8555 facts without I/O: key authorization, JWK thumbprint, expected TXT value, and how two
 * TXT values differ. Depends on core.
 */
@NullMarked
package certbotdoctor.acme;

import org.jspecify.annotations.NullMarked;
