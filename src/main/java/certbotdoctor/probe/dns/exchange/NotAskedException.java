package certbotdoctor.probe.dns.exchange;

/** A question was not asked; carried by futures, so that whoever needed the answer ends as well. */
public final class NotAskedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    OFFLINE,
    NOT_PUBLIC,
    BUDGET_SPENT,
    NOT_RECORDED
  }

  private final Reason reason;

  NotAskedException(Reason reason, String question) {
    super(reason + ": " + question, null, false, false);
    this.reason = reason;
  }

  /** Why it was not asked. */
  public Reason reason() {
    return reason;
  }
}
