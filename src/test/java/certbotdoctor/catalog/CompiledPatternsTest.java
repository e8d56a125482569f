package certbotdoctor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.yaml.BuiltInFiles;
import certbotdoctor.yaml.DataFile;
import certbotdoctor.yaml.DataFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table that the program carries says what the files of messages say. */
class CompiledPatternsTest {
  private ReadPatterns read;
  private CompiledPatterns compiled;

  @BeforeEach
  void readBoth() throws IOException {
    List<DataFinding> findings = new ArrayList<>();
    CatalogReader reader = new CatalogReader(findings);
    List<CatalogEntry> entries = new ArrayList<>();
    for (DataFile file : DataFile.ofDirectory(Path.of("rules", "messages"))) {
      entries.addAll(reader.read(file));
    }
    read = new ReadPatterns(entries, findings);
    assertThat(findings).isEmpty();
    BuiltInFiles files = BuiltInFiles.open();
    compiled = new CompiledPatterns(files.table("messages"), files.folder("messages"));
  }

  @Test
  void everyPatternIsFoundByTheSameWord() {
    assertThat(compiled.size()).isEqualTo(read.size());
    assertThat(compiled.anchors()).isEqualTo(read.anchors());
  }

  @Test
  void everyPatternIsOfTheSameEntryAndExpression() {
    for (int i = 0; i < read.size(); i++) {
      assertThat(compiled.kind(i)).isEqualTo(read.kind(i));
      assertThat(compiled.get(i).entry().id()).isEqualTo(read.get(i).entry().id());
      assertThat(compiled.get(i).checked().regex().pattern())
          .isEqualTo(read.get(i).checked().regex().pattern());
    }
  }

  @Test
  void entriesAreThoseOfAllFilesInTheirOrder() {
    assertThat(compiled.entries())
        .extracting(CatalogEntry::id)
        .isEqualTo(read.entries().stream().map(CatalogEntry::id).toList());
  }
}
