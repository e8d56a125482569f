/**
 * The parsers that ANTLR makes of {@code grammar/}, and the character stream that feeds them. Used
 * by ca and event only.
 */
@NullMarked
package certbotdoctor.grammar;

import org.jspecify.annotations.NullMarked;
