package certbotdoctor.catalog;

import certbotdoctor.yaml.DataFinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Patterns of entries that have been read; each is found by its word with the longest neighbours.
 */
final class ReadPatterns implements Patterns {
  private final List<CatalogEntry> entries;
  private final List<MessagePattern> patterns = new ArrayList<>();
  private final List<Anchor> anchors = new ArrayList<>();

  /**
   * Reads the patterns.
   *
   * @param findings gets a finding for each that is not acceptable
   */
  ReadPatterns(List<CatalogEntry> entries, List<DataFinding> findings) {
    this.entries = List.copyOf(entries);
    for (CatalogEntry entry : entries) {
      for (String source : entry.patterns()) {
        try {
          patterns.add(MessagePattern.of(entry, source));
        } catch (TemplateException e) {
          findings.add(fault(entry, e));
        }
      }
    }
    Map<String, Integer> counts = new HashMap<>();
    for (MessagePattern pattern : patterns) {
      pattern.anchors().forEach(anchor -> counts.merge(anchor.word(), 1, Integer::sum));
    }
    patterns.forEach(pattern -> anchors.add(best(pattern.anchors(), counts)));
  }

  /** The first of the longest, and of those the rarest. */
  private static Anchor best(List<Anchor> some, Map<String, Integer> counts) {
    Anchor best = some.get(0);
    for (Anchor anchor : some) {
      int longer = anchor.length() - best.length();
      int rarer = counts.getOrDefault(best.word(), 0) - counts.getOrDefault(anchor.word(), 0);
      if (longer > 0 || (longer == 0 && rarer > 0)) {
        best = anchor;
      }
    }
    return best;
  }

  /** Compiles every expression; what cannot be compiled becomes a finding. */
  void compile(List<DataFinding> findings) {
    for (MessagePattern pattern : patterns) {
      try {
        pattern.compile();
      } catch (TemplateException e) {
        findings.add(fault(pattern.entry(), e));
      }
    }
  }

  private static DataFinding fault(CatalogEntry entry, TemplateException e) {
    String text = "pattern of '" + entry.id() + "': " + e.getMessage();
    return new DataFinding(entry.file(), entry.line(), 1, "bad-pattern", text);
  }

  @Override
  public int size() {
    return patterns.size();
  }

  @Override
  public MessageKind kind(int number) {
    return patterns.get(number).entry().kind();
  }

  @Override
  public MessagePattern get(int number) {
    return patterns.get(number);
  }

  @Override
  public List<Anchor> anchors() {
    return anchors;
  }

  @Override
  public List<CatalogEntry> entries() {
    return entries;
  }
}
