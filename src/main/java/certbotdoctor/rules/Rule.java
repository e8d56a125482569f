package certbotdoctor.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A root cause: when to think of it, what speaks for and against it, what to do.
 *
 * @param id the cause's id, part of the public interface
 * @param since version that introduced it
 * @param title one line, a template
 * @param summary what happened, in sentences that a non-expert follows; a template
 * @param severity {@code failure} or {@code notice}
 * @param frequency how often it is the cause where nothing decides, 0 to 100; orders {@code
 *     possible} causes and says nothing else
 * @param frequencies other frequencies where facts hold; the first that fits counts
 * @param symptoms alternatives, each a list of clauses that must all hold
 * @param unless clauses of which one suffices to drop the thought
 * @param evidence what is weighed
 * @param verdict the verdict table; its last row always holds
 * @param variants finer cases, the first that fits is named
 * @param explains causes whose symptoms this one accounts for
 * @param remedies ways to repair it
 * @param myths what people commonly try, and why it fails
 * @param wouldDecide template: what would tell this cause from its alternatives
 * @param page the parts of its page that a report does not show
 * @param references further reading
 * @param tests samples and what they must give
 */
public record Rule(
    String id,
    String since,
    String title,
    String summary,
    String severity,
    int frequency,
    List<Frequency> frequencies,
    List<List<Clause>> symptoms,
    List<Clause> unless,
    List<EvidenceSpec> evidence,
    List<VerdictRow> verdict,
    List<Variant> variants,
    List<String> explains,
    List<RemedySpec> remedies,
    List<String> myths,
    @Nullable String wouldDecide,
    Page page,
    List<Reference> references,
    List<RuleTest> tests) {
  /** Copies the lists. */
  public Rule {
    frequencies = List.copyOf(frequencies);
    symptoms = symptoms.stream().map(List::copyOf).toList();
    unless = List.copyOf(unless);
    evidence = List.copyOf(evidence);
    verdict = List.copyOf(verdict);
    variants = List.copyOf(variants);
    explains = List.copyOf(explains);
    remedies = List.copyOf(remedies);
    myths = List.copyOf(myths);
    references = List.copyOf(references);
    tests = List.copyOf(tests);
  }

  /** A frequency that holds where facts do. */
  public record Frequency(int frequency, List<Clause> when) {
    /** Copies the list. */
    public Frequency {
      when = List.copyOf(when);
    }
  }

  /** A finer case. */
  public record Variant(
      String id, List<Clause> when, @Nullable String title, @Nullable String summary) {
    /** Copies the list. */
    public Variant {
      when = List.copyOf(when);
    }
  }

  /** Further reading. */
  public record Reference(String title, String url) {}

  /**
   * The page of {@code explain}.
   *
   * @param recognise how to recognise it
   * @param prove how to prove it
   * @param prevent how to keep it from coming back
   */
  public record Page(
      @Nullable String recognise, @Nullable String prove, @Nullable String prevent) {}

  /**
   * A sample and what the rule must give on it.
   *
   * @param verdicts verdicts of which any is right; {@code alternative} where it may only stand
   *     beside the cause, {@code silent} where it may not stand at all
   */
  public record RuleTest(String sample, List<String> verdicts) {
    /** Copies the list. */
    public RuleTest {
      verdicts = List.copyOf(verdicts);
    }
  }
}
