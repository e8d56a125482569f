/**
 * Text of a record, freed of what terminals, journals, containers, mails and forums put around it,
 * with every character still traceable to its line. Depends on core and log.
 */
@NullMarked
package certbotdoctor.text;

import org.jspecify.annotations.NullMarked;
