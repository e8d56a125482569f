package certbotdoctor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import certbotdoctor.yaml.DataFile;
import certbotdoctor.yaml.DataFinding;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {
  private static final String ZONE =
      """
      speaker: plugin
      plugin: dns-x
      seen: x.py
      messages:
        - id: x.no-zone
          kind: zone-not-found
          pattern: 'No zone for {name:domain}[ (code {code:code})] among {zones}.'
          samples:
            - text: "No zone for example.org among 'org'."
              slots: { name: example.org, zones: "'org'" }
        - id: x.failed
          kind: provider-api-error
          general: true
          pattern: 'Adding failed: {message:rest}'
          samples:
            - text: 'Adding failed: odd'
              slots: { message: odd }
        - id: x.recovery
          kind: cleanup-failed
          pattern: 'Recovery broke off: {message:rest}'
          samples:
            - text: 'Recovery broke off: odd'
              slots: { message: odd }
      """;

  private static Catalog catalog(String yaml) {
    return Catalog.load(List.of(new DataFile("x.yaml", yaml)));
  }

  private static List<String> ids(Catalog catalog, String text) {
    return catalog.match(text).stream().map(MessageMatch::id).toList();
  }

  @Test
  void findsAMessageInsideALineAndNamesItsSlots() {
    MessageMatch match =
        catalog(ZONE).match("error: No zone for example.org (code E-7) among 'a'. Stop").get(0);

    assertThat(match.id()).isEqualTo("x.no-zone");
    assertThat(match.kind()).isEqualTo("zone-not-found");
    assertThat(match.slots().values())
        .containsEntry("plugin", "dns-x")
        .containsEntry("zones", "'a'");
  }

  @Test
  void readsAMessageThatATerminalWrapped() {
    MessageMatch match =
        catalog(ZONE).match("No zone for\n   example.org among ['a',\n'b'].").get(0);

    assertThat(match.slots().get("name")).isEqualTo("example.org");
    assertThat(match.slots().get("zones")).isEqualTo("['a',\n'b']");
  }

  @Test
  void readsAMessageInsideAQuotedStringWithEscapedLineEnds() {
    assertThat(ids(catalog(ZONE), "err=\"bad:\\nNo zone for example.org\\namong 'a'.\""))
        .containsExactly("x.no-zone");
  }

  @Test
  void keepsAMessageThatStandsInsideAnother() {
    assertThat(ids(catalog(ZONE), "Recovery broke off: No zone for example.org among 'a'."))
        .containsExactlyInAnyOrder("x.no-zone", "x.recovery");
  }

  @Test
  void aGeneralMessageGivesWayToWhatStandsInIt() {
    assertThat(ids(catalog(ZONE), "Adding failed: No zone for example.org among 'a'."))
        .containsExactly("x.no-zone");
    assertThat(ids(catalog(ZONE), "Adding failed: no idea")).containsExactly("x.failed");
  }

  @Test
  void acceptsARedactedName() {
    assertThat(catalog(ZONE).match("No zone for <my domain> among 'a'.").get(0).slots().get("name"))
        .isEqualTo("<my domain>");
  }

  @Test
  void findsEveryRepetitionOfAMessage() {
    String line = "Adding failed: odd\n";
    assertThat(ids(catalog(ZONE), line.repeat(3))).hasSize(3);
  }

  @Test
  void otherTextMatchesNothing() {
    assertThat(catalog(ZONE).match("")).isEmpty();
    assertThat(catalog(ZONE).match("Successfully received certificate.")).isEmpty();
    assertThat(catalog(ZONE).match("XAdding failed: odd")).isEmpty();
  }

  @Test
  void doesNotReadTheCodeThatATracebackShows() {
    assertThat(ids(catalog(ZONE), "    raise PluginError('Adding failed: {0}'.format(e))"))
        .isEmpty();
    assertThat(ids(catalog(ZONE), "    raise PluginError(\"Adding failed: %s\" % e)")).isEmpty();
    assertThat(ids(catalog(ZONE), "PluginError('Adding failed: odd')")).containsExactly("x.failed");
  }

  @Test
  void furtherSourcesReplaceEntriesById() {
    String other =
        """
        speaker: plugin
        seen: y.py
        messages:
          - id: x.failed
            kind: provider-auth
            pattern: 'Adding was refused'
            samples:
              - text: Adding was refused
        """;
    Catalog both = catalog(ZONE).with(List.of(new DataFile("y.yaml", other)));

    assertThat(ids(both, "Adding was refused")).containsExactly("x.failed");
    assertThat(ids(both, "Adding failed: odd")).isEmpty();
    assertThat(both.entries()).hasSize(3);
  }

  @Test
  void everyFaultOfTheDataIsReportedWithItsPlace() {
    String bad =
        """
        speaker: plugin
        seen: x.py
        messages:
          - id: a.one
            kind: no-such-kind
            pattern: 'One thing {x:int}'
            samples: [ { text: 'One thing 1' } ]
          - id: a.two
            kind: informational
            pattern: 'Two things {x}{y}'
            colour: blue
            samples: [ { text: 'Two things' } ]
          - id: a.two
            kind: informational
            pattern: 'Three things'
            pattern: 'Four things'
        """;
    assertThatThrownBy(() -> catalog(bad))
        .isInstanceOfSatisfying(
            CatalogException.class,
            e ->
                assertThat(e.findings())
                    .extracting(f -> f.file() + ":" + f.line() + " " + f.code())
                    .containsExactlyInAnyOrder(
                        "x.yaml:5 unknown-kind",
                        "x.yaml:8 bad-pattern",
                        "x.yaml:11 unknown-key",
                        "x.yaml:13 duplicate-id",
                        "x.yaml:13 no-sample",
                        "x.yaml:16 duplicate-key"));
  }

  @Test
  void samplesAreHeldAgainstTheCatalogue() {
    String bad =
        """
        speaker: plugin
        seen: x.py
        messages:
          - id: a.one
            kind: informational
            pattern: 'One thing {x:int}'
            samples:
              - text: 'One thing 1'
              - text: 'One thing'
          - id: a.two
            kind: informational
            patterns: ['One thing', 'One thing {y:int} more']
            samples:
              - text: 'One thing'
              - text: 'One thing 2'
        """;
    assertThatThrownBy(() -> catalog(bad))
        .isInstanceOfSatisfying(
            CatalogException.class,
            e ->
                assertThat(e.findings())
                    .extracting(f -> f.line() + ":" + f.column() + " " + f.code())
                    .containsExactly(
                        "8:9 sample-slots", "9:9 sample-unmatched", "15:9 sample-unmatched"));
  }

  @Test
  void brokenYamlIsAFindingToo() {
    assertThatThrownBy(() -> catalog("messages:\n  - id: [\n"))
        .isInstanceOfSatisfying(
            CatalogException.class,
            e -> assertThat(e.findings()).extracting(DataFinding::code).containsExactly("yaml"));
  }

  static IntStream seeds() {
    return IntStream.range(0, 50);
  }

  /** Shuffled words of the catalogue are the text that keeps its patterns busiest. */
  @ParameterizedTest
  @MethodSource("seeds")
  void anyMixtureOfItsOwnWordsIsReadWithoutRunningAway(int seed) {
    Random random = new Random(seed);
    Catalog builtIn = Shared.CATALOG;
    List<String> words =
        builtIn.entries().stream()
            .flatMap(entry -> entry.samples().stream())
            .flatMap(sample -> List.of(sample.text().split("(?<=[ :'\"])")).stream())
            .toList();
    String text =
        random.ints(1000, 0, words.size()).mapToObj(words::get).collect(Collectors.joining());

    for (MessageMatch match : builtIn.match(text)) {
      assertThat(match.start()).isBetween(0, match.end() - 1);
      assertThat(match.end()).isLessThanOrEqualTo(text.length());
    }
  }

  private static final class Shared {
    static final Catalog CATALOG = Catalog.builtIn();
  }
}
