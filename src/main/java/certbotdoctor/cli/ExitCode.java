package certbotdoctor.cli;

/** Exit codes; part of the public interface. */
public enum ExitCode {
  /** Read, and nothing failed in what was analysed. */
  OK(0, "Read, and nothing failed in what was analysed."),
  /** An internal error: a bug. */
  INTERNAL(1, "Internal error: a bug."),
  /** Wrong usage. */
  USAGE(2, "Wrong usage."),
  /** A failure, and at least one cause confirmed or likely. */
  CAUSE_FOUND(3, "A failure was found, and at least one cause is confirmed or likely."),
  /** A failure, but no cause better than possible. */
  CAUSE_UNSURE(4, "A failure was found, but no cause is better than possible."),
  /** Nothing could be analysed. */
  NOTHING_READ(5, "Nothing could be analysed."),
  /** A report could not be written. */
  NOT_WRITTEN(6, "A report could not be written."),
  /** Interrupted. */
  INTERRUPTED(130, "Interrupted.");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The number. */
  public int code() {
    return code;
  }

  /** What it says, in one sentence. */
  public String meaning() {
    return meaning;
  }
}
