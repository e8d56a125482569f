package certbotdoctor.probe.dns.check;

/** A slot holds something that is no name. */
public final class InvalidSlotException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String slot;

  InvalidSlotException(String slot, String value) {
    super(slot + " is no domain name: " + value, null, false, false);
    this.slot = slot;
  }

  /** Name of the slot. */
  public String slot() {
    return slot;
  }
}
