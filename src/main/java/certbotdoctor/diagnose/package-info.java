/**
 * Pure reasoning: incidents, rules and probe results become ranked diagnoses. Depends on core, run,
 * rules, probe, config.
 */
@NullMarked
package certbotdoctor.diagnose;

import org.jspecify.annotations.NullMarked;
