/** Bytes become records, without losing a byte. Depends on core. */
@NullMarked
package certbotdoctor.log;

import org.jspecify.annotations.NullMarked;
