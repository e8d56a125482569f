/**
 * What can be asked of the live world, as data, and the only door to the network. Depends on core.
 */
@NullMarked
package certbotdoctor.probe;

import org.jspecify.annotations.NullMarked;
