package certbotdoctor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import certbotdoctor.yaml.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuiltInCatalogTest {
  private static final Path DIRECTORY = Path.of("rules", "messages");

  @Test
  void everySampleMatchesItsOwnEntryBestAndGivesItsSlots() {
    assertThatCode(() -> Catalog.load(DataFile.ofDirectory(DIRECTORY))).doesNotThrowAnyException();
  }

  @Test
  void programCarriesTheWholeCatalogue() throws IOException {
    assertThat(ids(Catalog.builtIn()))
        .isEqualTo(ids(Catalog.load(DataFile.ofDirectory(DIRECTORY))))
        .hasSizeGreaterThan(100);
  }

  @Test
  void aMessageIsFoundInTheMiddleOfALongText() {
    Catalog catalog = Catalog.builtIn();
    String noise = "some other text, 12 \"words\": and 'quotes'\n".repeat(200);
    List<String> missed = new ArrayList<>();
    for (CatalogEntry entry : catalog.entries()) {
      for (CatalogSample sample : entry.samples()) {
        long count =
            catalog.match(noise + sample.text() + "\n" + noise + sample.text()).stream()
                .filter(match -> match.id().equals(entry.id()))
                .count();
        if (count < 2) {
          missed.add(entry.id() + ": " + sample.text());
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void everyExpectedValueIsBoundToTheSlotThatTheEngineReads() {
    assertThat(Catalog.builtIn().entries())
        .filteredOn(entry -> entry.kind() == MessageKind.EXPECTED_TXT)
        .isNotEmpty()
        .flatExtracting(CatalogEntry::samples)
        .allSatisfy(sample -> assertThat(sample.slots().has("value")).isTrue());
  }

  @Test
  void everyFollowedCnameHasBothEnds() {
    assertThat(Catalog.builtIn().entries())
        .filteredOn(entry -> entry.kind() == MessageKind.FOLLOW_CNAME)
        .flatExtracting(CatalogEntry::samples)
        .allSatisfy(sample -> assertThat(sample.slots().has("to")).isTrue());
  }

  @Test
  void filesNameTheirSpeakerOnce() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      assertThat(files).allSatisfy(file -> assertThat(file).content().contains("\nspeaker: "));
    }
  }

  @Test
  void samplesUseExampleNamesOnly() {
    Set<String> foreign = new TreeSet<>();
    for (CatalogEntry entry : Catalog.builtIn().entries()) {
      for (CatalogSample sample : entry.samples()) {
        String name = sample.slots().get("name", "example.org");
        if (!Stream.of("example", "test", "invalid").anyMatch(name::contains)
            && name.matches("\\S+\\.[a-z]{2,}")) {
          foreign.add(entry.id() + ": " + name);
        }
      }
    }
    assertThat(foreign).isEmpty();
  }

  private static Set<String> ids(Catalog catalog) {
    return catalog.entries().stream()
        .map(CatalogEntry::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
