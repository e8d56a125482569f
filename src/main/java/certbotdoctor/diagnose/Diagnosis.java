package certbotdoctor.diagnose;

import java.util.List;

/**
 * Why subjects failed.
 *
 * @param subjects what failed, at least one
 * @param facts the facts of the first subject
 * @param cause the best cause
 * @param alternatives the other causes that are not excluded, best first
 */
public record Diagnosis(
    List<Subject> subjects, FactSet facts, Judgement cause, List<Judgement> alternatives) {
  /** Copies the lists. */
  public Diagnosis {
    subjects = List.copyOf(subjects);
    alternatives = List.copyOf(alternatives);
  }
}
