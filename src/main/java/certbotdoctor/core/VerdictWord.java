package certbotdoctor.core;

import java.util.Locale;

/** How sure a cause is; ordinal, from strong to weak. */
public enum VerdictWord {
  /** The CA, the plugin or the system names this cause, or log and live finding agree. */
  CONFIRMED,
  /** Specific evidence for, none against, at least one check not possible. */
  LIKELY,
  /** Consistent with the symptom only. */
  POSSIBLE,
  /** What would decide is not available. */
  CANNOT_TELL,
  /** Evidence against that suffices alone. */
  RULED_OUT;

  /** The word of the report, for example {@code cannot-tell}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
