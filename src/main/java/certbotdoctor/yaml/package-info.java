/** YAML data files read with the place of every value, so that a fault can be shown. No rules. */
@NullMarked
package certbotdoctor.yaml;

import org.jspecify.annotations.NullMarked;
