/** A fully resolved report and its renderings. Depends on diagnose and what is below. */
@NullMarked
package certbotdoctor.report;

import org.jspecify.annotations.NullMarked;
