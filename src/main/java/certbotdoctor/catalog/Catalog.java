package certbotdoctor.catalog;

import certbotdoctor.yaml.BuiltInFiles;
import certbotdoctor.yaml.DataFile;
import certbotdoctor.yaml.DataFinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
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
  private final Patterns patterns;
  private final LiteralIndex index;
  private final BitSet all = new BitSet();

  private Catalog(Patterns patterns) {
    this.patterns = patterns;
    this.index = new LiteralIndex(patterns.anchors());
    all.set(0, patterns.size());
  }

  /** The catalogue that comes with the program; its samples are checked when it is built. */
  public static Catalog builtIn() {
    try {
      return of(BuiltInFiles.open());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The catalogue of the files that come with the program.
   *
   * @throws IOException if they lack it
   */
  public static Catalog of(BuiltInFiles files) throws IOException {
    return new Catalog(
        new CompiledPatterns(files.table(CatalogTable.FOLDER), files.folder(CatalogTable.FOLDER)));
  }

  /**
   * A catalogue of some sources.
   *
   * @throws CatalogException with every fault, if there is one
   */
  public static Catalog load(List<DataFile> sources) {
    List<DataFinding> findings = new ArrayList<>();
    List<CatalogEntry> entries = read(sources, findings);
    return checked(entries, entries, findings);
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
        new ArrayList<>(entries().stream().filter(e -> !replaced.contains(e.id())).toList());
    all.addAll(further);
    return checked(all, further, findings);
  }

  /** A catalogue of entries of which some are held against their samples. */
  private static Catalog checked(
      List<CatalogEntry> all, List<CatalogEntry> some, List<DataFinding> findings) {
    ReadPatterns patterns = new ReadPatterns(all, findings);
    patterns.compile(findings);
    refuse(findings);
    Catalog catalog = new Catalog(patterns);
    findings.addAll(new CatalogChecker(catalog).check(some));
    refuse(findings);
    return catalog;
  }

  private static List<CatalogEntry> read(List<DataFile> sources, List<DataFinding> findings) {
    CatalogReader reader = new CatalogReader(findings);
    List<CatalogEntry> entries = new ArrayList<>();
    sources.forEach(source -> entries.addAll(reader.read(source)));
    return entries;
  }

  private static void refuse(List<DataFinding> findings) {
    if (!findings.isEmpty()) {
      throw new CatalogException(findings);
    }
  }

  /** The entries in the order of their sources. */
  public List<CatalogEntry> entries() {
    return patterns.entries();
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
      others.set(i, !kinds.contains(patterns.kind(i).id()));
    }
    return (bytes, from, to) -> index.mayHold(bytes, from, to, others);
  }

  /** The messages of one speaker in a text, most specific first. */
  public List<MessageMatch> match(Speaker speaker, String text) {
    return match(text).stream().filter(match -> match.speaker() == speaker).toList();
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
