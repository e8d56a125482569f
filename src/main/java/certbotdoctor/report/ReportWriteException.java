package certbotdoctor.report;

/** A report could not be written; the message is a sentence for the user (exit code 6). */
public final class ReportWriteException extends Exception {
  private static final long serialVersionUID = 1L;

  ReportWriteException(String message, Throwable cause) {
    super(message, cause);
  }

  ReportWriteException(String message) {
    super(message);
  }
}
