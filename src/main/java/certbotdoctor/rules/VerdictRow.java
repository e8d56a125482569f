package certbotdoctor.rules;

import certbotdoctor.core.VerdictWord;
import java.util.List;

/**
 * A row of a rule's verdict table: the first row whose terms all hold gives the verdict.
 *
 * @param verdict the verdict
 * @param terms what must hold; none means always
 */
public record VerdictRow(VerdictWord verdict, List<Term> terms) {
  /** Copies the terms. */
  public VerdictRow {
    terms = List.copyOf(terms);
  }

  /** What a piece of evidence turned out to be. */
  public enum State {
    SUPPORTS,
    AGAINST,
    SILENT,
    UNAVAILABLE
  }

  /**
   * A term.
   *
   * @param evidence id of the evidence
   * @param state the state that it must have
   * @param not whether it must not have it
   */
  public record Term(String evidence, State state, boolean not) {}
}
