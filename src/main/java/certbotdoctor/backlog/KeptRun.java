package certbotdoctor.backlog;

import certbotdoctor.event.TrafficGlance;
import certbotdoctor.log.RecordStore;
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.Run;
import certbotdoctor.run.RunOutcome;
import certbotdoctor.run.SymptomCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A run while others are read: what is known of it, and its records where it is not read whole. */
final class KeptRun {
  /** What a name and the problems of it take, more or less. */
  private static final int BYTES_OF_NAME = 1000;

  private static final int FEW_NAMES = 10;

  final long number;
  private final Ends ends;
  private final int wholeSize;
  private boolean inShort;
  private @Nullable List<Run> runs;
  private @Nullable RecordStore records;

  /**
   * How the certificates of a run fared.
   *
   * @param failed whether the run failed
   * @param told a key for each certificate of which the run tells how it ended
   * @param failures a key for each certificate that failed
   * @param names the names that failed
   */
  record Ends(boolean failed, List<String> told, List<String> failures, SymptomCounts names) {
    Ends {
      told = List.copyOf(told);
      failures = List.copyOf(failures);
    }

    static Ends of(List<Run> runs) {
      List<String> told = new ArrayList<>();
      List<String> failures = new ArrayList<>();
      SymptomCounts names = SymptomCounts.NONE;
      for (Run run : runs) {
        for (CertificateRun certificate : run.certificates()) {
          if (certificate.outcome() != RunOutcome.INCOMPLETE) {
            told.add(key(certificate));
          }
          if (certificate.failed()) {
            failures.add(key(certificate));
            names = names.plus(SymptomCounts.of(certificate));
          }
        }
      }
      boolean failed = runs.stream().anyMatch(run -> run.outcome() == RunOutcome.FAILURE);
      return new Ends(failed, told, failures, names);
    }
  }

  KeptRun(long number, List<Run> runs, @Nullable RecordStore records) {
    this.number = number;
    this.ends = Ends.of(runs);
    this.runs = runs;
    this.records = records;
    this.wholeSize = size();
  }

  /** A run of which is known only how it ended. */
  KeptRun(long number, Ends ends, RecordStore records) {
    this.number = number;
    this.ends = ends;
    this.records = records;
    this.wholeSize = size();
  }

  /** What is known of it; null where it was not put together yet. */
  @Nullable List<Run> runs() {
    return runs;
  }

  @Nullable RecordStore records() {
    return records;
  }

  /** The space that its records take, and its names where they are more than most runs have. */
  int size() {
    return (records == null ? 0 : records.capacity()) + names(runs) * BYTES_OF_NAME;
  }

  /** The space that it took when it came. */
  int wholeSize() {
    return wholeSize;
  }

  /** Whether no more is kept than a summary needs. */
  boolean inShort() {
    return inShort;
  }

  private static int names(@Nullable List<Run> runs) {
    int names = 0;
    if (runs != null) {
      for (Run run : runs) {
        for (CertificateRun certificate : run.certificates()) {
          names += Math.max(0, certificate.identifiers().size() - FEW_NAMES);
        }
      }
    }
    return names;
  }

  /** Says what is known now; the records are not needed any more. */
  void settle(List<Run> known) {
    runs = known;
    records = null;
    inShort = true;
  }

  /** Keeps no more of the records than a summary needs, in another store. */
  void shorten(RecordStore shorter) {
    if (records != null) {
      TrafficGlance.addNeeded(records, shorter);
      records = shorter;
      inShort = true;
    }
  }

  Ends ends() {
    return ends;
  }

  /** By what a certificate is known again in another run; without a name, by how it fared. */
  static String key(CertificateRun certificate) {
    String name = certificate.name();
    return name != null
        ? name.toLowerCase(Locale.ROOT)
        : "\0" + certificate.authenticator() + "\0" + certificate.outcome();
  }
}
