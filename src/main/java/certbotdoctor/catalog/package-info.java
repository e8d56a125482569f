/**
 * The message catalogue: what plugins, providers, hooks, other clients and systems say; text in,
 * named messages with slots out. Depends on core.
 */
@NullMarked
package certbotdoctor.catalog;

import org.jspecify.annotations.NullMarked;
