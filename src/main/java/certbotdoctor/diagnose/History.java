package certbotdoctor.diagnose;

import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.IdentifierRun;
import certbotdoctor.run.Run;
import certbotdoctor.run.RunOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs in the order of time, and what earlier ones tell of later ones. */
public final class History {
  /** A certificate's part of a run. */
  public record Entry(int index, Run run, CertificateRun certificate) {}

  /** The values that a run expected at a name. */
  private record Expected(int index, List<String> values) {}

  /** So many names of a certificate are looked through one by one. */
  private static final int FEW = 16;

  private final List<Run> runs;

  /** The parts of runs by what they are of, oldest first; made when first needed. */
  private @Nullable Map<String, List<Entry>> byKey;

  /** What was expected at the names of identifiers, oldest first; made when first needed. */
  private @Nullable Map<String, List<Expected>> byIdentifier;

  /** The identifiers of certificates with many by name; by identity, as they are long to hash. */
  private final IdentityHashMap<CertificateRun, Map<String, List<IdentifierRun>>> named =
      new IdentityHashMap<>();

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
    for (Entry other : byKey().getOrDefault(key(entry), List.of())) {
      if (other.index < entry.index) {
        earlier.add(other);
      }
    }
    Collections.reverse(earlier);
    return earlier;
  }

  private Map<String, List<Entry>> byKey() {
    if (byKey == null) {
      Map<String, List<Entry>> found = new HashMap<>();
      for (Entry entry : all()) {
        found.computeIfAbsent(key(entry), key -> new ArrayList<>()).add(entry);
      }
      byKey = found;
    }
    return byKey;
  }

  /** The identifiers of a certificate that have a name, in whatever case. */
  List<IdentifierRun> named(CertificateRun certificate, String name) {
    List<IdentifierRun> all = certificate.identifiers();
    if (all.size() > FEW && isAscii(name)) {
      all = byName(certificate).getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }
    return all.stream().filter(one -> one.name().equalsIgnoreCase(name)).toList();
  }

  private Map<String, List<IdentifierRun>> byName(CertificateRun certificate) {
    return named.computeIfAbsent(
        certificate,
        of -> {
          Map<String, List<IdentifierRun>> found = new HashMap<>();
          for (IdentifierRun one : of.identifiers()) {
            String name = one.name().toLowerCase(Locale.ROOT);
            found.merge(name, List.of(one), History::joined);
          }
          return found;
        });
  }

  /** Whether upper and lower case of a name are what they are everywhere. */
  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static List<IdentifierRun> joined(List<IdentifierRun> some, List<IdentifierRun> more) {
    List<IdentifierRun> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** Values that earlier runs expected at the name of an identifier. */
  public Set<String> earlierValues(int before, String name) {
    Set<String> values = new LinkedHashSet<>();
    for (Expected expected :
        byIdentifier().getOrDefault(name.toLowerCase(Locale.ROOT), List.of())) {
      if (expected.index < before) {
        values.addAll(expected.values);
      }
    }
    return values;
  }

  private Map<String, List<Expected>> byIdentifier() {
    if (byIdentifier == null) {
      Map<String, List<Expected>> found = new HashMap<>();
      for (Entry entry : all()) {
        for (IdentifierRun identifier : entry.certificate.identifiers()) {
          found
              .computeIfAbsent(identifier.name().toLowerCase(Locale.ROOT), k -> new ArrayList<>())
              .add(new Expected(entry.index, identifier.expectedTxt()));
        }
      }
      byIdentifier = found;
    }
    return byIdentifier;
  }
}
