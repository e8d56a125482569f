package certbotdoctor.backlog;

import certbotdoctor.log.RecordStore;
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.Run;
import certbotdoctor.run.RunOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A run while others are read: what is known of it, and its records where it is not read whole. */
final class KeptRun {
  final long number;
  private List<Run> runs;
  private @Nullable RecordStore records;

  KeptRun(long number, List<Run> runs, @Nullable RecordStore records) {
    this.number = number;
    this.runs = runs;
    this.records = records;
  }

  List<Run> runs() {
    return runs;
  }

  @Nullable RecordStore records() {
    return records;
  }

  /** The space that its records take. */
  int size() {
    return records == null ? 0 : records.size();
  }

  /** Says what is known now; the records are not needed any more. */
  void settle(List<Run> known) {
    runs = known;
    records = null;
  }

  boolean failed() {
    return runs.stream().anyMatch(run -> run.outcome() == RunOutcome.FAILURE);
  }

  /** A key for each certificate of which this run tells how it ended. */
  List<String> told() {
    List<String> keys = new ArrayList<>();
    for (Run run : runs) {
      for (CertificateRun certificate : run.certificates()) {
        if (certificate.outcome() != RunOutcome.INCOMPLETE) {
          keys.add(key(certificate));
        }
      }
    }
    return keys;
  }

  /** A key for each certificate that failed. */
  List<String> failures() {
    List<String> keys = new ArrayList<>();
    for (Run run : runs) {
      run.certificates().stream()
          .filter(CertificateRun::failed)
          .map(KeptRun::key)
          .forEach(keys::add);
    }
    return keys;
  }

  /** By what a certificate is known again in another run; without a name, by how it fared. */
  static String key(CertificateRun certificate) {
    String name = certificate.name();
    return name != null
        ? name.toLowerCase(Locale.ROOT)
        : "\0" + certificate.authenticator() + "\0" + certificate.outcome();
  }
}
