package certbotdoctor.catalog;

import certbotdoctor.yaml.BuiltInFiles;
import certbotdoctor.yaml.DataFile;
import certbotdoctor.yaml.DataFinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The message catalogue: text in, named messages with slots out. Immutable and safe for use by
 * several threads.
 */
public final class Catalog {
  private final List<CatalogEntry> entries;
  private final List<MessagePattern> patterns;
  private final LiteralIndex index;
  private final BitSet all = new BitSet();
  private final Map<String, Speaker> speakers = new HashMap<>();

  private Catalog(List<CatalogEntry> entries, List<DataFinding> findings) {
    this.entries = List.copyOf(entries);
    this.patterns = patternsOf(entries, findings);
    this.index = new LiteralIndex(patterns);
    all.set(0, patterns.size());
    entries.forEach(entry -> speakers.put(entry.id(), entry.speaker()));
  }

  private static List<MessagePattern> patternsOf(
      List<CatalogEntry> entries, List<DataFinding> findings) {
    List<MessagePattern> patterns = new ArrayList<>();
    for (CatalogEntry entry : entries) {
      for (String source : entry.patterns()) {
        try {
          patterns.add(MessagePattern.of(entry, source));
        } catch (TemplateException e) {
          findings.add(fault(entry, e));
        }
      }
    }
    return patterns;
  }

  private static DataFinding fault(CatalogEntry entry, TemplateException e) {
    String text = "pattern of '" + entry.id() + "': " + e.getMessage();
    return new DataFinding(entry.file(), entry.line(), 1, "bad-pattern", text);
  }

  /** The catalogue that comes with the program; its samples are checked when it is built. */
  public static Catalog builtIn() {
    List<DataFinding> findings = new ArrayList<>();
    try {
      Catalog catalog =
          new Catalog(read(BuiltInFiles.open().folder("messages"), findings), findings);
      refuse(findings);
      return catalog;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A catalogue of some sources.
   *
   * @throws CatalogException with every fault, if there is one
   */
  public static Catalog load(List<DataFile> sources) {
    List<DataFinding> findings = new ArrayList<>();
    Catalog catalog = new Catalog(read(sources, findings), findings);
    catalog.check(catalog.entries, findings);
    return catalog;
  }

  /**
   * This catalogue with further sources, of which an entry replaces that of the same id.
   *
   * @throws CatalogException with every fault of the further sources, if there is one
   */
  public Catalog with(List<DataFile> sources) {
    List<DataFinding> findings = new ArrayList<>();
    List<CatalogEntry> further = read(sources, findings);
    Set<String> replaced = new HashSet<>();
    further.forEach(entry -> replaced.add(entry.id()));
    List<CatalogEntry> all =
        new ArrayList<>(entries.stream().filter(e -> !replaced.contains(e.id())).toList());
    all.addAll(further);
    Catalog catalog = new Catalog(all, findings);
    catalog.check(further, findings);
    return catalog;
  }

  private static List<CatalogEntry> read(List<DataFile> sources, List<DataFinding> findings) {
    CatalogReader reader = new CatalogReader(findings);
    List<CatalogEntry> entries = new ArrayList<>();
    sources.forEach(source -> entries.addAll(reader.read(source)));
    return entries;
  }

  private void check(List<CatalogEntry> some, List<DataFinding> findings) {
    for (MessagePattern pattern : patterns) {
      try {
        pattern.compile();
      } catch (TemplateException e) {
        findings.add(fault(pattern.entry(), e));
      }
    }
    refuse(findings);
    findings.addAll(new CatalogChecker(this).check(some));
    refuse(findings);
  }

  private static void refuse(List<DataFinding> findings) {
    if (!findings.isEmpty()) {
      throw new CatalogException(findings);
    }
  }

  /** The entries in the order of their sources. */
  public List<CatalogEntry> entries() {
    return entries;
  }

  /**
   * Whether a text can hold a message at all, told from its bytes without decoding them.
   *
   * @param bytes UTF-8, without colour codes
   * @param from first byte
   * @param to after the last byte
   * @return false only where {@link #match(String)} finds nothing in this text
   */
  public boolean mayHold(byte[] bytes, int from, int to) {
    return index.mayHold(bytes, from, to, all);
  }

  /** Tells whether bytes may hold one of certain messages. */
  @FunctionalInterface
  public interface ByteTest {
    /** As {@link Catalog#mayHold}. */
    boolean mayHold(byte[] bytes, int from, int to);
  }

  /**
   * A test for all messages but those of some kinds.
   *
   * @param kinds the kinds, as {@link MessageKind#id} has them
   */
  public ByteTest beyond(Set<String> kinds) {
    BitSet others = new BitSet();
    for (int i = 0; i < patterns.size(); i++) {
      others.set(i, !kinds.contains(patterns.get(i).entry().kind().id()));
    }
    return (bytes, from, to) -> index.mayHold(bytes, from, to, others);
  }

  /** The messages of one speaker in a text, most specific first. */
  public List<MessageMatch> match(Speaker speaker, String text) {
    return match(text).stream().filter(match -> speakers.get(match.id()) == speaker).toList();
  }

  /**
   * The messages in a text, most specific first. Of two that claim the same words, the more
   * specific one is given; a message that stands in a slot of another is given beside it.
   *
   * @param text a message or a piece of terminal output, without colour codes; may hold line breaks
   */
  public List<MessageMatch> match(String text) {
    Map<Integer, PatternSearch> searches = new TreeMap<>();
    List<FoundMessage> found = new ArrayList<>();
    index.scan(
        text,
        (pattern, at) ->
            searches
                .computeIfAbsent(
                    pattern,
                    n -> new PatternSearch(patterns.get(n), index.anchor(n), text, found::add))
                .at(at));
    return found.isEmpty() ? List.of() : FoundMessage.winners(found);
  }
}
