package certbotdoctor.diagnose;

import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.IdentifierRun;
import certbotdoctor.run.Run;
import org.jspecify.annotations.Nullable;

/**
 * What failed: an identifier of a certificate, or the certificate as a whole.
 *
 * @param runId id of the run in the report
 * @param identifier null where no single name failed
 */
public record Subject(
    String runId, Run run, CertificateRun certificate, @Nullable IdentifierRun identifier) {}
