package certbotdoctor.probe;

/**
 * What a probe found: a word from the probe's finite set.
 *
 * @param id UPPER_SNAKE name, unique within its probe
 */
public record Outcome(String id) {
  /** No network was allowed. */
  public static final Outcome NOT_RUN_OFFLINE = new Outcome("NOT_RUN_OFFLINE");

  /** The time budget was spent before this probe. */
  public static final Outcome BUDGET_SPENT = new Outcome("BUDGET_SPENT");

  /** The probe broke or its needs stayed unbound; the facts say why. */
  public static final Outcome FAILED = new Outcome("FAILED");

  /**
   * Whether it is the same word as another; as {@code equals}, which a virtual machine has to put
   * together first.
   */
  public boolean is(Outcome other) {
    return id.equals(other.id);
  }
}
