package certbotdoctor.diagnose;

import certbotdoctor.core.SourceSpan;
import certbotdoctor.core.Stance;
import certbotdoctor.core.Text;
import certbotdoctor.probe.ProbeResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A piece of evidence; its kinds are never mixed, because they are true of different times. */
public sealed interface Evidence {
  /** Id of the rule's evidence. */
  String spec();

  /** What it says of the cause. */
  Stance stance();

  /** The sentence. */
  Text says();

  /** True of then: the log. */
  record Logged(
      String spec, Stance stance, Text says, @Nullable SourceSpan span, @Nullable String quote)
      implements Evidence {}

  /**
   * True of now: a live check.
   *
   * @param during whether it was seen while the challenge was up
   */
  record Observed(String spec, Stance stance, Text says, ProbeResult result, boolean during)
      implements Evidence {}

  /** True of this host's files. */
  record Configured(String spec, Stance stance, Text says, String file) implements Evidence {}

  /** Not to be known; never speaks for or against. */
  record Unavailable(String spec, Text says, Why why, @Nullable Text wouldSettle)
      implements Evidence {
    @Override
    public Stance stance() {
      return Stance.SILENT;
    }
  }

  /** Why something cannot be known. */
  enum Why {
    CLEANED_UP,
    NOT_LOGGED_AT_THIS_LEVEL,
    LOG_TRUNCATED,
    OFFLINE,
    PROBE_FAILED,
    BUDGET_SPENT,
    STATE_CHANGED_SINCE,
    NOT_SETTLED;

    /** The word of the report, for example {@code cleaned-up}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
