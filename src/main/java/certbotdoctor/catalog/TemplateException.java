package certbotdoctor.catalog;

/** A template or regular expression that the catalogue does not accept. */
final class TemplateException extends Exception {
  private static final long serialVersionUID = 1L;

  TemplateException(String message) {
    super(message);
  }
}
