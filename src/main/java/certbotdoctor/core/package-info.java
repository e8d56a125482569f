/**
 * Values that everyone shares: names, places in an input, times, symptom codes. No I/O; depends on
 * nothing.
 */
@NullMarked
package certbotdoctor.core;

import org.jspecify.annotations.NullMarked;
