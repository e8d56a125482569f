package certbotdoctor.diagnose;

import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.IdentifierRun;
import certbotdoctor.run.Run;
import certbotdoctor.run.RunOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Runs in the order of time, and what earlier ones tell of later ones. */
public final class History {
  /** A certificate's part of a run. */
  public record Entry(int index, Run run, CertificateRun certificate) {}

  private final List<Run> runs;

  /**
   * A history.
   *
   * @param runs oldest first
   */
  public History(List<Run> runs) {
    this.runs = List.copyOf(runs);
  }

  /** The runs, oldest first. */
  public List<Run> runs() {
    return runs;
  }

  /**
   * The newest telling part of each certificate: the last one that is not incomplete. A part
   * without a name stands for itself.
   */
  public List<Entry> newest() {
    Map<String, Entry> byName = new LinkedHashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      for (CertificateRun certificate : runs.get(i).certificates()) {
        Entry entry = new Entry(i, runs.get(i), certificate);
        String key = key(entry);
        Entry known = byName.get(key);
        boolean tells = certificate.outcome() != RunOutcome.INCOMPLETE;
        if (known == null || tells || known.certificate.outcome() == RunOutcome.INCOMPLETE) {
          byName.remove(key);
          byName.put(key, entry);
        }
      }
    }
    return new ArrayList<>(byName.values());
  }

  /** Every part of every run, oldest first. */
  public List<Entry> all() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      for (CertificateRun certificate : runs.get(i).certificates()) {
        entries.add(new Entry(i, runs.get(i), certificate));
      }
    }
    return entries;
  }

  private static String key(Entry entry) {
    String name = entry.certificate.name();
    if (name != null) {
      return name.toLowerCase(Locale.ROOT);
    }
    // without a name: one failure of each way of failing
    return "\0" + entry.certificate.authenticator() + "\0" + entry.certificate.outcome();
  }

  /** Earlier parts of the same certificate, newest first. */
  public List<Entry> before(Entry entry) {
    List<Entry> earlier = new ArrayList<>();
    for (int i = entry.index - 1; i >= 0; i--) {
      for (CertificateRun certificate : runs.get(i).certificates()) {
        Entry other = new Entry(i, runs.get(i), certificate);
        if (key(other).equals(key(entry))) {
          earlier.add(other);
        }
      }
    }
    return earlier;
  }

  /** Values that earlier runs expected or found at the name of an identifier. */
  public Set<String> earlierValues(int before, String name) {
    Set<String> values = new LinkedHashSet<>();
    for (int i = before - 1; i >= 0; i--) {
      for (CertificateRun certificate : runs.get(i).certificates()) {
        for (IdentifierRun identifier : certificate.identifiers()) {
          if (identifier.name().equalsIgnoreCase(name)) {
            values.addAll(identifier.expectedTxt());
          }
        }
      }
    }
    return values;
  }
}
