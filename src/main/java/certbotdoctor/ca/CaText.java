package certbotdoctor.ca;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem's detail, read.
 *
 * @param type the error type without its URN prefix, for example {@code dns}; null where unknown
 * @param detail the detail without URN and without the client's own words, unescaped
 * @param symptoms what it says, in order; never empty: what is not understood is {@code
 *     UNRECOGNISED}
 */
public record CaText(@Nullable String type, String detail, List<CaSymptom> symptoms) {
  /** Copies the list and refuses an empty one. */
  public CaText {
    symptoms = List.copyOf(symptoms);
    if (symptoms.isEmpty()) {
      throw new IllegalArgumentException("no symptom");
    }
  }
}
