/** certbot's local configuration as evidence; names and modes, never secrets. Depends on core. */
@NullMarked
package certbotdoctor.config;

import org.jspecify.annotations.NullMarked;
