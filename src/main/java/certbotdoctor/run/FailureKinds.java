package certbotdoctor.run;

import certbotdoctor.catalog.MessageMatch;
import certbotdoctor.event.Event;
import java.util.HashSet;
import java.util.Set;

/** Which messages of the catalogue mean that something failed. */
public final class FailureKinds {
  private static final Set<String> HARMLESS =
      Set.of(
          "informational",
          "expected-txt",
          "found-record-list",
          "record-added",
          "record-add-unconfirmed",
          "follow-cname",
          "credentials-unsafe-permissions",
          "cleanup-failed",
          "cleanup-nothing-matched",
          "record-missing-at-cleanup",
          "validated",
          "challenge-failed",
          "auth-words",
          "permission-words",
          "throttle-words",
          "zone-words",
          "tool-complaint",
          "success");

  private static final Set<String> ENDS = Set.of("validated", "challenge-failed", "success");

  private FailureKinds() {}

  /** The kinds of messages that say nothing of how a certificate or a name fared. */
  public static Set<String> ofNoConsequence() {
    Set<String> kinds = new HashSet<>(HARMLESS);
    kinds.removeAll(ENDS);
    return kinds;
  }

  /** Whether a message tells of a wait that may still end well. */
  static boolean waits(MessageMatch match) {
    return match.kind().equals("propagation-check-failed")
        || match.kind().equals("zone-lookup-failed")
        || match.kind().equals("http-check-failed");
  }

  /** Whether a client says that it has the certificate. */
  public static boolean succeeds(Event.ClientMessage message) {
    return message.match().kind().equals("success");
  }

  /** Whether a message alone is a failure. */
  public static boolean fails(MessageMatch match) {
    return !HARMLESS.contains(match.kind());
  }
}
