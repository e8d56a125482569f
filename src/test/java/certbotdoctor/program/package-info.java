/** Tests of the program as a whole, through its command line, as a user meets it. */
@NullMarked
package certbotdoctor.program;

import org.jspecify.annotations.NullMarked;
