package certbotdoctor.diagnose;

import java.util.List;

/**
 * A total, stable order of causes: verdict, symptoms of another cause last, frequency, supporting
 * evidence, id. The comparisons are written out: what {@code Comparator} puts together is not in
 * the class archive, and a small run would feel it.
 */
public final class Ranker {
  private Ranker() {}

  /** Causes, best first; those that are ruled out stand last. */
  public static List<Judgement> ranked(List<Judgement> judgements) {
    return judgements.stream().sorted((a, b) -> compare(a, b, judgements)).toList();
  }

  private static int compare(Judgement a, Judgement b, List<Judgement> all) {
    int order = a.verdict().compareTo(b.verdict());
    if (order == 0) {
      order = Boolean.compare(isSymptom(a, all), isSymptom(b, all));
    }
    if (order == 0) {
      order = Integer.compare(b.frequency(), a.frequency());
    }
    if (order == 0) {
      order = Long.compare(b.supporting(), a.supporting());
    }
    return order == 0 ? a.rule().id().compareTo(b.rule().id()) : order;
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
    return diagnoses.stream().sorted(Ranker::compare).toList();
  }

  private static int compare(Diagnosis a, Diagnosis b) {
    int order = a.cause().verdict().compareTo(b.cause().verdict());
    if (order == 0) {
      order = Integer.compare(b.subjects().size(), a.subjects().size());
    }
    return order == 0 ? Integer.compare(b.cause().frequency(), a.cause().frequency()) : order;
  }
}
