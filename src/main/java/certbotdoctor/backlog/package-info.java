/** Runs of long logs in bounded memory: the newest whole, older ones in short. */
@NullMarked
package certbotdoctor.backlog;

import org.jspecify.annotations.NullMarked;
