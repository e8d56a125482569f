package certbotdoctor.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to repair a cause.
 *
 * @param id name within the rule
 * @param title template
 * @param why template: why it helps
 * @param when facts that must hold for it to apply; none means always
 * @param needs slots without which it makes no sense
 * @param steps what to do
 * @param risk {@code none}, {@code reversible} or {@code destructive}
 * @param verify template of a check that it worked
 */
public record RemedySpec(
    String id,
    String title,
    String why,
    List<Clause> when,
    List<String> needs,
    List<Step> steps,
    String risk,
    @Nullable String verify) {
  /** Copies the lists. */
  public RemedySpec {
    when = List.copyOf(when);
    needs = List.copyOf(needs);
    steps = List.copyOf(steps);
  }

  /**
   * A step.
   *
   * @param text template
   * @param command template of a command to copy
   * @param when facts that must hold for the step to be shown
   * @param needs slots without which it is left out
   */
  public record Step(String text, @Nullable String command, List<Clause> when, List<String> needs) {
    /** Copies the lists. */
    public Step {
      when = List.copyOf(when);
      needs = List.copyOf(needs);
    }
  }
}
