package certbotdoctor.catalog;

import certbotdoctor.core.Slots;
import certbotdoctor.yaml.DataFinding;
import java.util.ArrayList;
import java.util.List;

/** Holds a catalogue against its own samples. */
final class CatalogChecker {
  private final Catalog catalog;

  CatalogChecker(Catalog catalog) {
    this.catalog = catalog;
  }

  /** What is wrong with the samples of some entries. */
  List<DataFinding> check(List<CatalogEntry> entries) {
    List<DataFinding> findings = new ArrayList<>();
    for (CatalogEntry entry : entries) {
      for (CatalogSample sample : entry.samples()) {
        check(entry, sample, findings);
      }
    }
    return findings;
  }

  private void check(CatalogEntry entry, CatalogSample sample, List<DataFinding> findings) {
    List<MessageMatch> matches = catalog.match(sample.text());
    List<MessageMatch> own = matches.stream().filter(m -> m.id().equals(entry.id())).toList();
    if (own.isEmpty()) {
      String instead = matches.isEmpty() ? "no entry" : "'" + matches.get(0).id() + "'";
      add(entry, sample, "sample-unmatched", instead + " matches it", findings);
    } else if (!matches.get(0).id().equals(entry.id())) {
      add(entry, sample, "sample-elsewhere", "'" + matches.get(0).id() + "' fits better", findings);
    } else {
      Slots wanted = sample.slots().with("plugin", entry.plugin());
      if (!own.get(0).slots().equals(wanted)) {
        add(entry, sample, "sample-slots", "slots are " + own.get(0).slots().values(), findings);
      }
    }
  }

  private static void add(
      CatalogEntry entry,
      CatalogSample sample,
      String code,
      String what,
      List<DataFinding> findings) {
    findings.add(
        new DataFinding(
            entry.file(),
            sample.line(),
            sample.column(),
            code,
            "sample of '" + entry.id() + "': " + what));
  }
}
