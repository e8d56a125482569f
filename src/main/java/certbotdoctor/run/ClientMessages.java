package certbotdoctor.run;

import certbotdoctor.catalog.MessageMatch;
import certbotdoctor.event.Event;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What messages of the catalogue mean for the run that they belong to. */
final class ClientMessages {
  private static final Set<String> OF_IDENTIFIERS =
      Set.of("success", "validated", "challenge-failed");

  private final RunBuilder run;

  ClientMessages(RunBuilder run) {
    this.run = run;
  }

  void accept(Event.ClientMessage message) {
    MessageMatch match = message.match();
    String name = subject(message);
    if (match.kind().equals("success")) {
      success(message, name);
      return;
    }
    CertificateBuilder certificate =
        name == null ? run.current : Attribution.certificate(run, name);
    certificate.events.add(message);
    if (match.kind().equals("validated")) {
      certificate.validated();
    } else if (match.kind().equals("challenge-failed") && name != null) {
      certificate.named(name).forEach(one -> one.failed = true);
    } else if (FailureKinds.fails(match)) {
      certificate.failureMessages++;
      certificate.awaited += FailureKinds.waits(match) ? 1 : 0;
      certificate.installerFailed |= match.kind().equals("installer-error");
      if (name != null && !run.certbot) {
        boolean waits = FailureKinds.waits(match);
        for (IdentifierBuilder one : certificate.named(name)) {
          one.failed |= !waits;
          one.awaited |= waits;
        }
      }
    }
  }

  /** Ends a certificate well; names that failed before and are others keep their failure. */
  private void success(Event.ClientMessage message, @Nullable String name) {
    CertificateBuilder certificate = run.current;
    if (name != null && certificate.failsBeside(name)) {
      certificate = run.next();
    }
    if (name != null && !run.certbot) {
      certificate.identifier(name);
    }
    certificate.events.add(message);
    certificate.succeed();
  }

  /** The identifier that a message is about: by the words around it, or by its own. */
  private static @Nullable String subject(Event.ClientMessage message) {
    if (message.identifier() != null) {
      return message.identifier();
    }
    String owner = owner(message.match());
    if (owner != null && OF_IDENTIFIERS.contains(message.match().kind())) {
      return Attribution.ofOwner(owner);
    }
    return owner != null && owner.toLowerCase(Locale.ROOT).startsWith("_acme-challenge.")
        ? Attribution.ofOwner(owner)
        : null;
  }

  /** The name of a record in a message. */
  static @Nullable String owner(MessageMatch match) {
    String name = match.slots().get("name");
    return name == null ? match.slots().get("domain") : name;
  }
}
