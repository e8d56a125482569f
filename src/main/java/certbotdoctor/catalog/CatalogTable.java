package certbotdoctor.catalog;

import certbotdoctor.yaml.DataFile;
import certbotdoctor.yaml.DataFinding;
import certbotdoctor.yaml.NodeWriter;
import certbotdoctor.yaml.TableMaker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes the table that {@link CompiledPatterns} reads: where patterns stand, and their words. */
public final class CatalogTable implements TableMaker {
  static final String FOLDER = "messages";

  @Override
  public String folder() {
    return FOLDER;
  }

  @Override
  public void make(List<DataFile> files, NodeWriter out) throws IOException {
    List<DataFinding> findings = new ArrayList<>();
    CatalogReader reader = new CatalogReader(findings);
    List<List<CatalogEntry>> read = new ArrayList<>();
    files.forEach(file -> read.add(reader.read(file)));
    List<CatalogEntry> all = read.stream().flatMap(List::stream).toList();
    Patterns patterns = new ReadPatterns(all, findings);
    if (!findings.isEmpty()) {
      throw new IOException(findings.toString());
    }
    List<MessageKind> kinds = List.of(MessageKind.values());
    out.number(kinds.size());
    kinds.forEach(kind -> out.string(kind.id()));
    out.number(patterns.size());
    int number = 0;
    for (int file = 0; file < read.size(); file++) {
      List<CatalogEntry> entries = read.get(file);
      for (int entry = 0; entry < entries.size(); entry++) {
        for (int wording = 0; wording < entries.get(entry).patterns().size(); wording++) {
          out.number(file);
          out.number(entry);
          out.number(wording);
          out.number(kinds.indexOf(patterns.kind(number)));
          write(patterns.anchors().get(number), out);
          number++;
        }
      }
    }
  }

  private static void write(Anchor anchor, NodeWriter out) {
    out.string(anchor.word());
    out.string(anchor.before());
    out.string(anchor.after());
    out.number(anchor.lookback());
    out.number(anchor.lookahead());
  }
}
