package certbotdoctor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code docs/causes} holds what {@code explain} prints. {@code mvn test -Dtest=CausePagesTest
 * -Dapprove=true} writes it anew.
 */
class CausePagesTest {
  private static final Path DOCS = Path.of("docs/causes");

  private static Map<Path, String> pages() throws RuleException {
    RuleSet rules = new RuleSetLoader(() -> FactVocabulary.CHECKED).builtIn().load();
    Map<Path, String> pages = new TreeMap<>();
    StringBuilder index = new StringBuilder("# Root causes\n\n");
    index.append("Each page is what `certbot-doctor explain CAUSE` prints.\n\n");
    for (Rule rule : rules.rules()) {
      pages.put(DOCS.resolve(rule.id() + ".md"), CausePage.markdown(rule));
      index.append("- [").append(rule.id()).append("](").append(rule.id()).append(".md): ");
      index.append(CausePage.title(rule)).append('\n');
    }
    pages.put(DOCS.resolve("README.md"), index.toString());
    return pages;
  }

  @TestFactory
  Stream<DynamicTest> pagesAreCurrent() throws Exception {
    return pages().entrySet().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.getKey().getFileName().toString(),
                    () -> check(page.getKey(), page.getValue())));
  }

  private static void check(Path file, String text) throws IOException {
    if (Boolean.getBoolean("approve")) {
      Files.createDirectories(DOCS);
      Files.writeString(file, text);
    }
    assertThat(file).hasContent(text);
  }

  @Test
  void noPageIsLeftOfACauseThatIsGone() throws Exception {
    try (Stream<Path> files = Files.list(DOCS)) {
      assertThat(files.toList()).containsExactlyInAnyOrderElementsOf(pages().keySet());
    }
  }

  @Test
  void pagesLeaveNoSlotOpenOutsideOfCode() throws Exception {
    pages()
        .forEach(
            (file, text) ->
                assertThat(
                        text.replaceAll("(?s)```.*?```", "")
                            .replaceAll("``[^\n]*?``|`[^`\n]*`", ""))
                    .as(file.toString())
                    .doesNotContain("\\<", "${", "[["));
  }
}
