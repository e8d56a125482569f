package certbotdoctor.cli;

import certbotdoctor.event.Event;
import java.util.regex.Pattern;

/** What an input is taken for. */
final class InputKinds {
  private static final Pattern JOURNAL =
      Pattern.compile(
          "(?m)^(?:[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\S+ [\\w.@-]+(?:\\[\\d+\\])?:"
              + " |\\{.{0,400}\"MESSAGE\" ?:)");

  private InputKinds() {}

  /** Whether lines are those of a system journal. */
  static boolean journal(String text) {
    return JOURNAL.matcher(text.substring(0, Math.min(text.length(), 4000))).find();
  }

  /** Whether events of a kind are such as only certbot writes. */
  static boolean ofCertbot(Event.Kind kind) {
    return switch (kind) {
      case CLIENT_MESSAGE, UNKNOWN, TRACEBACK, CA_PROBLEM, ACME_OBJECT, FAILURE_LINE -> false;
      default -> true;
    };
  }
}
