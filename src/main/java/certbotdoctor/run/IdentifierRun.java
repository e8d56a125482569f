package certbotdoctor.run;

import certbotdoctor.core.ChallengeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One identifier of a certificate in a run.
 *
 * @param name the name as the CA or the client writes it, without the wildcard's star
 * @param wildcard whether the authorization was for {@code *.name}
 * @param challenge the challenge that was tried, where told
 * @param outcome SUCCESS, FAILURE or INCOMPLETE
 * @param expectedTxt the values that the CA wanted to find; computed or told
 * @param expectedFrom how each of them is known, in the same order: {@code computed}, {@code
 *     manual-prompt}, {@code plugin}, {@code debug-challenges}
 * @param tokens tokens of the dns-01 challenges
 * @param foundTxt the values that the CA says it found
 * @param problems what the CA said
 */
public record IdentifierRun(
    String name,
    boolean wildcard,
    @Nullable ChallengeType challenge,
    RunOutcome outcome,
    List<String> expectedTxt,
    List<String> expectedFrom,
    List<String> tokens,
    List<String> foundTxt,
    List<Problem> problems) {
  /** Copies the lists. */
  public IdentifierRun {
    expectedTxt = List.copyOf(expectedTxt);
    expectedFrom = List.copyOf(expectedFrom);
    tokens = List.copyOf(tokens);
    foundTxt = List.copyOf(foundTxt);
    problems = List.copyOf(problems);
  }
}
