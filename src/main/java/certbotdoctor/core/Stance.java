package certbotdoctor.core;

import java.util.Locale;

/** What a piece of evidence says of a cause. */
public enum Stance {
  SUPPORTS,
  AGAINST,
  SILENT;

  /** The word of the report. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
