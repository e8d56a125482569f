package certbotdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTML report in a real browser. */
@Tag("full")
class BrowserTest {
  private static final String TAB = "\uE004";
  private static final String ENTER = "\uE007";

  @TempDir static Path folder;
  private static @Nullable Browser browser;

  @BeforeAll
  static void start() throws IOException {
    boolean needed = "true".equals(System.getenv("CI"));
    assumeTrue(
        needed || Browser.isInstalled(),
        "Chromium is not installed: apt-get install chromium chromium-driver");
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private static Stream<String> names() {
    return SampleReports.all().keySet().stream();
  }

  private static Browser open(Report report, int width) throws IOException {
    Browser open = Objects.requireNonNull(browser);
    Path file = folder.resolve("report.html");
    Files.writeString(file, Rendered.of(Format.HTML, report));
    open.screen(width, 900);
    open.command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    open.requests();
    open.open(file);
    return open;
  }

  @ParameterizedTest
  @MethodSource("names")
  void onlyTheFileItselfIsAskedFor(String name) throws IOException {
    Browser page = open(SampleReports.named(name), 1280);
    assertThat(page.requests()).isNotEmpty().allMatch(url -> url.endsWith("/report.html"));
  }

  @Test
  void hostileTextAsksForNothingEither() throws IOException {
    String nasty = "\"><img src=http://127.0.0.1:9/x><script>document.title='owned'</script>";
    Browser page = open(Injector.everywhere(SampleReports.severalCauses(), nasty), 1280);
    assertThat(page.requests()).allMatch(url -> url.endsWith("/report.html"));
    assertThat(page.script("return document.title").textValue()).startsWith("FAILED");
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1280, 3840})
  void noWidthScrollsSideways(int width) throws IOException {
    for (String name : SampleReports.all().keySet()) {
      Browser page = open(SampleReports.named(name), width);
      page.script("for (const d of document.querySelectorAll('details')) d.open = true");
      assertThat(page.script("return document.documentElement.scrollWidth").intValue())
          .as(name)
          .isLessThanOrEqualTo(width);
    }
    Browser page = open(Injector.everywhere(SampleReports.severalCauses(), "x".repeat(500)), width);
    assertThat(page.script("return document.documentElement.scrollWidth").intValue())
        .isLessThanOrEqualTo(width);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void axeFindsNothing(String scheme) throws IOException {
    for (String name : SampleReports.all().keySet()) {
      for (int width : new int[] {360, 1280}) {
        Browser page = open(SampleReports.named(name), width);
        page.scheme(scheme);
        page.script("for (const d of document.querySelectorAll('details')) d.open = true");
        assertThat(violations(page)).as(name + " at " + width).isEmpty();
      }
    }
  }

  private static List<String> violations(Browser page) throws IOException {
    page.script(axe());
    JsonNode result =
        page.script(
            "return axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
                + " 'wcag22aa', 'best-practice']})");
    assertThat(result.get("passes").findValuesAsText("id")).contains("color-contrast");
    List<String> found = new ArrayList<>();
    for (JsonNode violation : result.get("violations")) {
      JsonNode node = violation.at("/nodes/0");
      found.add(
          violation.get("id").asText()
              + ": "
              + node.get("html")
              + " "
              + node.get("failureSummary"));
    }
    return found;
  }

  private static String axe() throws IOException {
    try (InputStream in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theCopyButtonCopiesTheCommand() throws IOException {
    Browser page = open(SampleReports.staleRecord(), 1280);
    page.command(
        "Browser.grantPermissions",
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    page.script("document.querySelector('.first .copy').focus()");
    page.press(ENTER);
    page.await("document.querySelector('.first .copy').textContent === 'Copied'");
    assertThat(page.script("return navigator.clipboard.readText()").textValue())
        .isEqualTo("dig +short TXT _acme-challenge.example.org @ns2.example.net");
  }

  @Test
  void everythingFoldsByKeyboardAndAtOnce() throws IOException {
    Browser page = open(SampleReports.staleRecord(), 1280);
    String closed = "return document.querySelectorAll('main details:not([open])').length";
    int before = page.script(closed).intValue();
    page.script("document.querySelector('.fold > summary').focus()");
    page.press(ENTER);
    assertThat(page.script(closed).intValue()).isEqualTo(before - 1);
    page.script("document.getElementById('expand').click()");
    assertThat(page.script(closed).intValue()).isZero();
    page.script("document.getElementById('expand').click()");
    assertThat(page.script(closed).intValue()).isGreaterThan(before);
  }

  @Test
  void theTabKeyGoesThroughThePageInReadingOrder() throws IOException {
    Browser page = open(SampleReports.severalCauses(), 1280);
    List<Integer> places = new ArrayList<>();
    String place =
        "const a = document.activeElement; const r = a.getBoundingClientRect();"
            + "if (r.width === 0) throw new Error('not seen: ' + a.outerHTML);"
            + "return [...document.querySelectorAll('*')].indexOf(a)";
    page.press(TAB);
    assertThat(page.script("return document.activeElement.className").textValue())
        .isEqualTo("skip");
    for (int i = 0; i < 40; i++) {
      page.press(TAB);
      places.add(page.script(place).intValue());
    }
    assertThat(places).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aPermalinkOpensAFoldedDiagnosis() throws IOException {
    Browser page = open(SampleReports.many(40), 1280);
    page.script("location.hash = '#D30'");
    page.await("document.querySelector('#D30 > details').open");
    page.await(
        "((top) => top >= 0 && top < 900)("
            + "document.getElementById('D30').getBoundingClientRect().top)");
    assertThat(page.script("return document.querySelector('#D31 > details').open").booleanValue())
        .isFalse();
  }

  @Test
  void theFilterLeavesWhatFits() throws IOException {
    Browser page = open(SampleReports.many(1000), 1280);
    page.script(
        "const f = document.getElementById('filter'); f.value = '#d77 LIKELY';"
            + " f.dispatchEvent(new Event('input'))");
    assertThat(page.script("return document.querySelectorAll('.card:not([hidden])').length"))
        .hasToString("11");
    assertThat(page.script("return document.getElementById('filter-note').textContent").textValue())
        .isEqualTo("11 of 1000 shown");
  }

  @Test
  void withoutScriptAllIsThereAndNothingPretends() throws IOException {
    Browser page = Objects.requireNonNull(browser);
    Path file = folder.resolve("report.html");
    Files.writeString(file, Rendered.of(Format.HTML, SampleReports.staleRecord()));
    page.command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    page.open(file);
    page.command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    assertThat(page.script("return document.querySelectorAll('.copy:not([hidden])').length"))
        .hasToString("0");
    assertThat(page.script("return document.querySelectorAll('.tools:not([hidden])').length"))
        .hasToString("0");
    page.script("document.querySelector('.fold > summary').click()");
    assertThat(page.script("return document.querySelector('.fold').open").booleanValue()).isTrue();
  }

  @Test
  void printingOpensEverything() throws IOException {
    Browser page = open(SampleReports.severalCauses(), 1280);
    byte[] pdf = page.print();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(pdf.length).isGreaterThan(40_000);
  }
}
