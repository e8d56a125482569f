package certbotdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {
  private static Stream<String> names() {
    return SampleReports.all().keySet().stream();
  }

  private static Document page(Report report) {
    return Jsoup.parse(Rendered.of(Format.HTML, report));
  }

  @ParameterizedTest
  @MethodSource("names")
  void idsAreUniqueAndLinksLeadSomewhere(String name) {
    Document page = page(SampleReports.named(name));
    List<String> ids = page.select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates();
    for (Element link : page.select("[href^=#]")) {
      assertThat(ids).contains(link.attr("href").substring(1));
    }
    for (Element labelled : page.select("[aria-labelledby]")) {
      assertThat(ids).contains(labelled.attr("aria-labelledby"));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void nothingIsLoadedFromAnywhere(String name) {
    Document page = page(SampleReports.named(name));
    assertThat(page.select("img, iframe, object, embed, link, base, form, audio, video")).isEmpty();
    assertThat(page.select("[src], [srcset], [data], [style]")).isEmpty();
    assertThat(page.select("style").html()).doesNotContain("url(", "@import");
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'; style-src 'sha256-")
        .contains("'" + AssetHasher.hash(page.select("style").first().data()) + "'")
        .contains("'" + AssetHasher.hash(page.select("script").first().data()) + "'")
        .doesNotContain("unsafe");
  }

  @ParameterizedTest
  @MethodSource("names")
  void headingsDescendInOrder(String name) {
    Document page = page(SampleReports.named(name));
    int before = 0;
    for (Element heading : page.select("h1, h2, h3, h4")) {
      int level = heading.normalName().charAt(1) - '0';
      assertThat(level).as(heading.text()).isLessThanOrEqualTo(before + 1);
      before = level;
    }
  }

  @Test
  void theVerdictComesFirst() {
    Element main = page(SampleReports.severalCauses()).expectFirst("main");
    assertThat(main.text()).startsWith("Failed Three certificates failed");
    assertThat(main.select("article.card").eachAttr("id")).startsWith("D1", "D2", "D3");
    assertThat(main.selectFirst(".first")).isNotNull();
  }

  @Test
  void everyKindOfEvidenceSaysWhatItIs() {
    Document page = page(SampleReports.staleRecord());
    assertThat(page.select(".evidence .kind").eachText())
        .anyMatch(text -> text.startsWith("The log says · speaks for it"))
        .anyMatch(text -> text.startsWith("DNS shows now · says nothing"))
        .anyMatch(text -> text.startsWith("Local configuration · speaks against it"))
        .anyMatch(text -> text.startsWith("Cannot be known · certbot has removed it"));
    assertThat(page.select("del").eachText()).contains(SampleDiagnoses.EXPECTED.substring(37));
    assertThat(page.select(".matrix .state").eachText())
        .containsExactly("no record", "older value", "expected value", "no usable answer");
  }

  @Test
  void blanksInADifferenceAreSeen() {
    Report report =
        Injector.inject(
            SampleReports.staleRecord(),
            Set.of("TxtDiff.expected", "TxtDiff.found", "DiffRun.text")::contains,
            " trailing ");
    assertThat(page(report).select(".diff ins").text()).isEqualTo("␠trailing␠");
  }

  @Test
  void valuesWithLittleInCommonAreShownWhole() {
    Report report =
        Injector.inject(SampleReports.staleRecord(), "TxtDiff.found"::equals, "y".repeat(90));
    Report unlike = Injector.inject(report, "TxtDiff.expected"::equals, "z".repeat(90));
    assertThat(page(unlike).select(".diff dd").eachText())
        .containsExactly("z".repeat(90), "y".repeat(90));
  }

  @Test
  void manyDiagnosesAreFoldedToAList() {
    Document page = page(SampleReports.many(1000));
    assertThat(page.select("article.card")).hasSize(1000);
    assertThat(page.select("article.card > details[open]")).hasSize(1);
    assertThat(page.select(".toc ol li")).hasSize(13);
  }
}
