package certbotdoctor.diagnose;

import java.util.Comparator;
import java.util.List;

/**
 * A total, stable order of causes: verdict, symptoms of another cause last, frequency, supporting
 * evidence, id.
 */
public final class Ranker {
  private static final Comparator<Judgement> ORDER =
      Comparator.comparing(Judgement::verdict)
          .thenComparing(Judgement::frequency, Comparator.reverseOrder())
          .thenComparing(Judgement::supporting, Comparator.reverseOrder())
          .thenComparing(judgement -> judgement.rule().id());

  private Ranker() {}

  /** Causes, best first; those that are ruled out stand last. */
  public static List<Judgement> ranked(List<Judgement> judgements) {
    return judgements.stream()
        .sorted(
            Comparator.comparing(Judgement::verdict)
                .thenComparing(judgement -> isSymptom(judgement, judgements))
                .thenComparing(ORDER))
        .toList();
  }

  /** Whether a cause no less sure, which live checks see, explains this one. */
  private static boolean isSymptom(Judgement judgement, List<Judgement> all) {
    return all.stream()
        .anyMatch(
            other ->
                other.verdict().compareTo(judgement.verdict()) <= 0
                    && other.rule().explains().contains(judgement.rule().id())
                    && other.isObserved());
  }

  /** Diagnoses, the one to act on first at the top. */
  public static List<Diagnosis> ordered(List<Diagnosis> diagnoses) {
    Comparator<Diagnosis> order =
        Comparator.comparing((Diagnosis d) -> d.cause().verdict())
            .thenComparing(d -> d.subjects().size(), Comparator.reverseOrder())
            .thenComparing(d -> d.cause().frequency(), Comparator.reverseOrder());
    return diagnoses.stream().sorted(order).toList();
  }
}
