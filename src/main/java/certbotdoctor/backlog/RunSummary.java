package certbotdoctor.backlog;

import certbotdoctor.acme.KeyAuthorization;
import certbotdoctor.event.TrafficGlance;
import certbotdoctor.log.RecordStore;
import certbotdoctor.run.AccountKeys;
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.Diary;
import certbotdoctor.run.IdentifierRun;
import certbotdoctor.run.Run;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An older run in short: time, names, how each fared, and the values that were asked for, which a
 * later run may find where they were left.
 */
final class RunSummary {
  private RunSummary() {}

  /** The summary of a run of which the traffic with the CA was not read. */
  static Run of(Run run, @Nullable RecordStore records, AccountKeys keys) {
    TrafficGlance glance = records == null ? TrafficGlance.NONE : TrafficGlance.of(records);
    Diary diary = diary(run.diary(), glance.directory());
    String thumbprint = keys.thumbprint(diary.account(), null).orElse(null);
    List<CertificateRun> certificates =
        run.certificates().stream()
            .map(one -> certificate(one, glance.tokens(), thumbprint))
            .toList();
    return new Run(diary, certificates, run.outcome());
  }

  private static CertificateRun certificate(
      CertificateRun one, Map<String, List<String>> tokens, @Nullable String thumbprint) {
    return new CertificateRun(
        one.name(),
        one.authenticator(),
        one.installer(),
        one.outcome(),
        one.dryRun(),
        one.notAfter(),
        one.identifiers().stream()
            .map(
                name ->
                    identifier(
                        name,
                        tokens.getOrDefault(name.name().toLowerCase(Locale.ROOT), List.of()),
                        thumbprint))
            .toList(),
        one.problems(),
        List.of(),
        one.beyond());
  }

  private static IdentifierRun identifier(
      IdentifierRun one, List<String> tokens, @Nullable String thumbprint) {
    if (!one.expectedTxt().isEmpty() || thumbprint == null) {
      return one;
    }
    List<String> values =
        tokens.stream().map(token -> new KeyAuthorization(token, thumbprint).txtValue()).toList();
    return new IdentifierRun(
        one.name(),
        one.wildcard(),
        one.challenge(),
        one.outcome(),
        values,
        values.stream().map(value -> "computed").toList(),
        tokens,
        one.foundTxt(),
        one.problems());
  }

  private static Diary diary(Diary of, @Nullable String directory) {
    return new Diary(
        of.spans(),
        of.started(),
        of.ended(),
        of.offset(),
        of.client(),
        of.clientVersion(),
        of.path(),
        of.arguments(),
        List.of(),
        of.pluginsRequested(),
        of.server() == null ? directory : of.server(),
        of.host(),
        of.account(),
        of.debugLog(),
        of.headCut());
  }
}
