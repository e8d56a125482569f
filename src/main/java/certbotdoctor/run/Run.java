package certbotdoctor.run;

import java.util.List;

/**
 * One invocation of an ACME client.
 *
 * @param diary what the log tells of itself
 * @param certificates what was done for each certificate; a run that failed before it came to one
 *     has a nameless one
 * @param outcome how it ended, FAILURE where one certificate failed
 */
public record Run(Diary diary, List<CertificateRun> certificates, RunOutcome outcome) {
  /** Copies the list. */
  public Run {
    certificates = List.copyOf(certificates);
  }
}
