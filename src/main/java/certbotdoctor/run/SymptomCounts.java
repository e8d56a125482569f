package certbotdoctor.run;

import certbotdoctor.core.SymptomCode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names that failed and are only counted, by the first thing that the CA said of each.
 *
 * @param names number of names by symptom
 */
public record SymptomCounts(SortedMap<SymptomCode, Long> names) {
  /** No names. */
  public static final SymptomCounts NONE = new SymptomCounts(new TreeMap<>());

  /** Copies the map. */
  public SymptomCounts {
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
  }

  /** The names of a certificate that failed, those that were only counted among them. */
  public static SymptomCounts of(CertificateRun certificate) {
    TreeMap<SymptomCode, Long> names = new TreeMap<>();
    for (IdentifierRun identifier : certificate.identifiers()) {
      List<Problem> problems = identifier.problems();
      if (identifier.outcome() == RunOutcome.FAILURE && !problems.isEmpty()) {
        names.merge(problems.get(0).text().symptoms().get(0).code(), 1L, Long::sum);
      }
    }
    return names.isEmpty() ? certificate.beyond() : certificate.beyond().plus(names);
  }

  /** These and others. */
  public SymptomCounts plus(SymptomCounts others) {
    return others.names.isEmpty() ? this : plus(others.names);
  }

  /** These and one more. */
  SymptomCounts plus(SymptomCode code) {
    return plus(new TreeMap<>(Map.of(code, 1L)));
  }

  private SymptomCounts plus(SortedMap<SymptomCode, Long> others) {
    TreeMap<SymptomCode, Long> all = new TreeMap<>(names);
    for (Map.Entry<SymptomCode, Long> other : others.entrySet()) {
      all.merge(other.getKey(), other.getValue(), Long::sum);
    }
    return new SymptomCounts(all);
  }

  /** The number of names. */
  public long total() {
    return names.values().stream().mapToLong(Long::longValue).sum();
  }
}
