package certbotdoctor.log;

/** An input that cannot be read; the message is one sentence for the user, with the name. */
public final class InputException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param message one sentence, naming the input
   */
  public InputException(String message) {
    super(message);
  }
}
