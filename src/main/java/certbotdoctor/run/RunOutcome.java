package certbotdoctor.run;

import java.util.Locale;

/** How a run, a certificate or an identifier ended. */
public enum RunOutcome {
  SUCCESS,
  FAILURE,
  NOT_DUE,
  DRY_RUN_SUCCESS,
  NOTHING_TO_DO,
  /** The log does not tell: cut off, still running, or only a part. */
  INCOMPLETE;

  /** The word of the report, for example {@code not-due}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether nothing went wrong as far as is known. */
  public boolean healthy() {
    return this != FAILURE && this != INCOMPLETE;
  }
}
