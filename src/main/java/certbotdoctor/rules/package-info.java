/**
 * The rule model, its loader and its linter: causes, providers, remedies as data. Depends on core.
 */
@NullMarked
package certbotdoctor.rules;

import org.jspecify.annotations.NullMarked;
