package certbotdoctor.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something worth saying that broke nothing.
 *
 * @param id part of the public interface
 * @param symptoms alternatives, each a list of clauses that must all hold
 * @param text template
 * @param command template of a command, or null
 */
public record NoticeRule(
    String id, List<List<Clause>> symptoms, String text, @Nullable String command) {
  /** Copies the lists. */
  public NoticeRule {
    symptoms = symptoms.stream().map(List::copyOf).toList();
  }
}
