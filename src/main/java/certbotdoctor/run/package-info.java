/**
 * Events become runs, certificate runs and incidents: the story of one invocation. Depends on core,
 * acme, ca, event.
 */
@NullMarked
package certbotdoctor.run;

import org.jspecify.annotations.NullMarked;
