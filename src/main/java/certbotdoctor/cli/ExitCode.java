package certbotdoctor.cli;

/** Exit codes; part of the public interface. */
public enum ExitCode {
  /** Read, and nothing failed in what was analysed. */
  OK(0),
  /** An internal error: a bug. */
  INTERNAL(1),
  /** Wrong usage. */
  USAGE(2),
  /** A failure, and at least one cause confirmed or likely. */
  CAUSE_FOUND(3),
  /** A failure, but no cause better than possible. */
  CAUSE_UNSURE(4),
  /** Nothing could be analysed. */
  NOTHING_READ(5),
  /** A report could not be written. */
  NOT_WRITTEN(6),
  /** Interrupted. */
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number. */
  public int code() {
    return code;
  }
}
