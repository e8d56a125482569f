package certbotdoctor.run;

import certbotdoctor.ca.CaText;
import certbotdoctor.core.ChallengeType;
import certbotdoctor.core.SourceSpan;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem that a CA reported, once, however often the log tells it.
 *
 * @param text type, detail and what it says
 * @param challenge the challenge that failed, where told
 * @param structured whether it was read from the CA's own JSON
 * @param at local time of the record that told it first; null in terminal output
 * @param spans all places where it stands, in order
 */
public record Problem(
    CaText text,
    @Nullable ChallengeType challenge,
    boolean structured,
    @Nullable LocalDateTime at,
    List<SourceSpan> spans) {
  /** Copies the places. */
  public Problem {
    spans = List.copyOf(spans);
  }
}
