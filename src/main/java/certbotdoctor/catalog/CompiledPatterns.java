package certbotdoctor.catalog;

import certbotdoctor.yaml.DataFile;
import certbotdoctor.yaml.DataFinding;
import certbotdoctor.yaml.NodeReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patterns that come with the program. Where each stands and by which word it is found is in a
 * table made by {@link CatalogTable}; a file of entries is read when a word of one of them is met.
 */
final class CompiledPatterns implements Patterns {
  private final List<DataFile> files;
  private final List<Place> places = new ArrayList<>();
  private final List<Anchor> anchors = new ArrayList<>();
  private final @Nullable List<CatalogEntry>[] read;
  private final @Nullable MessagePattern[] made;

  /** Where a pattern stands: the numbers of its file, its entry and its wording. */
  private record Place(int file, int entry, int wording, MessageKind kind) {}

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists
  CompiledPatterns(NodeReader table, List<DataFile> files) {
    this.files = files;
    List<MessageKind> kinds = new ArrayList<>();
    int known = table.number();
    for (int i = 0; i < known; i++) {
      kinds.add(MessageKind.of(table.string()).orElseThrow());
    }
    int size = table.number();
    for (int i = 0; i < size; i++) {
      places.add(
          new Place(table.number(), table.number(), table.number(), kinds.get(table.number())));
      anchors.add(
          new Anchor(
              table.string(), table.string(), table.string(), table.number(), table.number()));
    }
    read = new List[files.size()];
    made = new MessagePattern[size];
  }

  @Override
  public int size() {
    return places.size();
  }

  @Override
  public MessageKind kind(int number) {
    return places.get(number).kind;
  }

  @Override
  public synchronized MessagePattern get(int number) {
    MessagePattern known = made[number];
    if (known == null) {
      Place place = places.get(number);
      CatalogEntry entry = entries(place.file).get(place.entry);
      try {
        known = MessagePattern.of(entry, entry.patterns().get(place.wording));
      } catch (TemplateException e) {
        throw new IllegalStateException(entry.id(), e);
      }
      made[number] = known;
    }
    return known;
  }

  private List<CatalogEntry> entries(int file) {
    List<CatalogEntry> known = read[file];
    if (known == null) {
      List<DataFinding> findings = new ArrayList<>();
      known = new CatalogReader(findings).read(files.get(file));
      if (!findings.isEmpty()) {
        throw new CatalogException(findings);
      }
      read[file] = known;
    }
    return known;
  }

  @Override
  public List<Anchor> anchors() {
    return anchors;
  }

  @Override
  public synchronized List<CatalogEntry> entries() {
    List<CatalogEntry> all = new ArrayList<>();
    for (int file = 0; file < files.size(); file++) {
      all.addAll(entries(file));
    }
    return all;
  }
}
