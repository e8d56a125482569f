package certbotdoctor.run;

import certbotdoctor.event.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run did for one certificate (a lineage of {@code certbot renew}, or the only one).
 *
 * @param name the lineage, else the first identifier; null where nothing names it
 * @param authenticator the plugin in use, as named by the log
 * @param installer the installer in use
 * @param outcome how it ended
 * @param dryRun whether it was only simulated
 * @param notAfter the expiry date where told, ISO
 * @param identifiers its names
 * @param problems what the CA said without naming an identifier
 * @param events what else was told meanwhile: messages, hooks, waits, cleanup, failures
 * @param beyond failed names that are not among the identifiers, as there are too many
 */
public record CertificateRun(
    @Nullable String name,
    @Nullable String authenticator,
    @Nullable String installer,
    RunOutcome outcome,
    boolean dryRun,
    @Nullable String notAfter,
    List<IdentifierRun> identifiers,
    List<Problem> problems,
    List<Event> events,
    SymptomCounts beyond) {
  /** With all names among the identifiers. */
  public CertificateRun(
      @Nullable String name,
      @Nullable String authenticator,
      @Nullable String installer,
      RunOutcome outcome,
      boolean dryRun,
      @Nullable String notAfter,
      List<IdentifierRun> identifiers,
      List<Problem> problems,
      List<Event> events) {
    this(
        name,
        authenticator,
        installer,
        outcome,
        dryRun,
        notAfter,
        identifiers,
        problems,
        events,
        SymptomCounts.NONE);
  }

  /** Copies the lists. */
  public CertificateRun {
    identifiers = List.copyOf(identifiers);
    problems = List.copyOf(problems);
    events = List.copyOf(events);
  }

  /** Whether at least one name or the certificate as a whole failed. */
  public boolean failed() {
    return outcome == RunOutcome.FAILURE;
  }
}
