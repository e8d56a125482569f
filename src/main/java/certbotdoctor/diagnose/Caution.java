package certbotdoctor.diagnose;

import certbotdoctor.core.VerdictWord;
import java.util.List;

/** What a verdict must not rest on. */
final class Caution {
  private Caution() {}

  /**
   * The verdict, weakened where it would rest on live findings alone that may have changed since:
   * they make a cause likely, not confirmed.
   */
  static VerdictWord verdict(
      VerdictWord verdict, List<Evidence> evidence, Subject subject, Freshness freshness) {
    if (verdict != VerdictWord.CONFIRMED) {
      return verdict;
    }
    List<Evidence> supporting = evidence.stream().filter(Judge::supports).toList();
    boolean alone =
        !supporting.isEmpty()
            && supporting.stream().allMatch(e -> mayHaveChanged(e, subject, freshness));
    return alone ? VerdictWord.LIKELY : verdict;
  }

  private static boolean mayHaveChanged(Evidence evidence, Subject subject, Freshness freshness) {
    return evidence instanceof Evidence.Observed observed
        && !observed.during()
        && observed.result().facts().get("mutable", "true").equals("true")
        && !freshness.fresh(subject, observed.result().at(), 15);
  }
}
