/**
 * The parsers that ANTLR makes of {@code grammar/}, and the lexers that feed them: tables that the
 * build makes of ANTLR's lexers, because those would be built anew at each start. Used by ca and
 * event only.
 */
@NullMarked
package certbotdoctor.grammar;

import org.jspecify.annotations.NullMarked;
