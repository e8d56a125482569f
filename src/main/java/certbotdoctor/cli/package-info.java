/** The picocli commands: the only place with standard streams, exit codes and the system clock. */
@NullMarked
package certbotdoctor.cli;

import org.jspecify.annotations.NullMarked;
