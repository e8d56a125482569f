/**
 * The CA's problem texts become symptoms with parameters, read by the CaProblem grammar. Depends on
 * core.
 */
@NullMarked
package certbotdoctor.ca;

import org.jspecify.annotations.NullMarked;
