package certbotdoctor.acme;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the challenges around a TXT value.
 *
 * @param tokens tokens of the challenges at the name
 * @param thumbprint the account key's thumbprint, or null where unknown
 * @param pairValues values that other identifiers need at the same name
 * @param earlierValues values that earlier attempts needed
 */
public record TxtContext(
    Set<String> tokens,
    @Nullable String thumbprint,
    Set<String> pairValues,
    Set<String> earlierValues) {
  /** Nothing is known. */
  public static final TxtContext NONE = new TxtContext(Set.of(), null, Set.of(), Set.of());

  /** Copies the sets. */
  public TxtContext {
    tokens = Set.copyOf(tokens);
    pairValues = Set.copyOf(pairValues);
    earlierValues = Set.copyOf(earlierValues);
  }
}
