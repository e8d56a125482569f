package certbotdoctor.diagnose;

import certbotdoctor.core.Slots;
import certbotdoctor.core.VerdictWord;
import certbotdoctor.rules.Rule;
import certbotdoctor.rules.VerdictRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cause that was weighed for a subject.
 *
 * @param variant the finer case, or null
 * @param row the row of the verdict table that held
 * @param evidence what was weighed, in the rule's order
 * @param frequency how often it is the cause where nothing decides
 * @param slots values for the rule's templates
 */
public record Judgement(
    Rule rule,
    Rule.@Nullable Variant variant,
    VerdictWord verdict,
    VerdictRow row,
    List<Evidence> evidence,
    int frequency,
    Slots slots) {
  /** Copies the list. */
  public Judgement {
    evidence = List.copyOf(evidence);
  }

  /** Whether a live check speaks for it. */
  public boolean isObserved() {
    return evidence.stream()
        .anyMatch(one -> one instanceof Evidence.Observed && Judge.supports(one));
  }

  /** How many pieces of evidence speak for it. */
  public long supporting() {
    return evidence.stream().filter(e -> e.stance() == certbotdoctor.core.Stance.SUPPORTS).count();
  }
}
