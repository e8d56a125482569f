/** Measures the program against its peers on generated inputs; no part of the tests. */
@NullMarked
package certbotdoctor.bench;

import org.jspecify.annotations.NullMarked;
