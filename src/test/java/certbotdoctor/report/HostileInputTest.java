package certbotdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text from logs, TXT records and server names never acts, in whatever field it stands. */
class HostileInputTest {
  private static final Set<String> ELEMENTS =
      Set.of(
          "html head meta title style body a svg symbol path circle g use div nav p ol ul li b span"
              .split(" "));

  private static final Set<String> MORE_ELEMENTS =
      Set.of(
          ("main header h1 h2 h3 h4 dl dt dd time section label input button article details"
                  + " summary code pre bdi del ins table thead tbody tr th td small br figure"
                  + " figcaption line rect text footer script #root")
              .split(" "));

  private static List<String> nasties() {
    return List.of(
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>' onmouseover='alert(1)",
        "</style></script></title><svg/onload=alert(1)>",
        "javascript:alert(1)",
        "https://evil.test/\"onclick=alert(1)",
        "# heading\n\n<b>bold</b> **x** [a](javascript:alert(1)) ![i](http://evil.test/i.png)\n- x",
        "``` \n```\n# out of the fence\n</details>\n````\n| a | b |\n|--|--|\n~~~",
        "| cell | `code` \\| \\` | <!-- x --> <?php ?> &lt;script&gt; http://evil.test",
        "1. one\n2. two\n===\n---\n> quote\n    code\n[ref]: http://evil.test\n[ref]",
        "\u001b[2J\u001b[31mred\u001b]0;title\u0007\u001b]8;;http://evil.test\u0007x\u009b5m\r\b",
        "\u202egnp.exe\u2066\u2069\u200b\u200f\ufeff\u2028\u2029\u0085\u061c",
        "${7*7} ${report.host} <#assign x=1> <@x.t y/> #{1} [=1] <#-- c --> <%= 1 %> {{7*7}}",
        "nul\u0000mid\ud800lone\udfff \ufffe \ue000",
        "x".repeat(20_000),
        "`".repeat(300) + "<b>",
        "\n\n\n",
        "");
  }

  private static Report sample() {
    return SampleReports.severalCauses();
  }

  private static List<Report> infected(String nasty) {
    return List.of(
        Injector.everywhere(sample(), nasty),
        Injector.reallyEverywhere(sample(), nasty),
        Injector.everywhere(SampleReports.staleRecord(), nasty));
  }

  @ParameterizedTest
  @MethodSource("nasties")
  void htmlHoldsOnlyItsOwnElements(String nasty) {
    for (Report report : infected(nasty)) {
      String html = Rendered.of(Format.HTML, report);
      assertThat(html.codePoints().filter(cp -> cp != '\n' && cp != '\t')).noneMatch(Visible::acts);
      Document page = Jsoup.parse(html);
      assertThat(page.select("script")).hasSize(1);
      assertThat(page.select("style")).hasSize(1);
      for (Element element : page.getAllElements()) {
        String name = element.normalName();
        assertThat(ELEMENTS.contains(name) || MORE_ELEMENTS.contains(name)).as(name).isTrue();
        assertHarmless(element);
      }
    }
  }

  private static void assertHarmless(Element element) {
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey();
      assertThat(name).doesNotStartWith("on").isNotIn("style", "src", "srcset", "action");
      if (name.equals("href")) {
        String value = attribute.getValue();
        assertThat(value.startsWith("#") || value.startsWith("https://")).as(value).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("nasties")
  void terminalTextHoldsNoControlCharacter(String nasty) {
    for (Report report : infected(nasty)) {
      for (int width : new int[] {60, 80, 120}) {
        String text = Rendered.of(Format.TEXT, report, new Style(false, false, width, false, true));
        assertThat(text.codePoints().filter(cp -> cp != '\n')).noneMatch(Visible::acts);
      }
      String ascii = Rendered.of(Format.TEXT, report, new Style(false, true, 80, false, true));
      assertThat(ascii.chars().filter(c -> c != '\n')).allMatch(c -> c >= 0x20 && c < 0x7f);
      String quiet = Rendered.of(Format.TEXT, report, new Style(false, false, 80, true, false));
      assertThat(quiet.lines()).hasSize(report.diagnoses().size());
    }
  }

  @ParameterizedTest
  @MethodSource("nasties")
  void colouredTextHoldsOnlyItsOwnSequences(String nasty) {
    String text =
        Rendered.of(
            Format.TEXT,
            Injector.everywhere(sample(), nasty),
            new Style(true, false, 80, false, true));
    String without = text.replaceAll("\u001b\\[(?:0|1|2|3[0-7])m", "");
    assertThat(without.codePoints().filter(cp -> cp != '\n')).noneMatch(Visible::acts);
  }

  @ParameterizedTest
  @MethodSource("nasties")
  void markdownKeepsItsShape(String nasty) {
    Markdown plain = Markdown.of(Injector.everywhere(sample(), "harmless"));
    Markdown infected = Markdown.of(Injector.everywhere(sample(), nasty));
    assertThat(infected.source.codePoints().filter(cp -> cp != '\n')).noneMatch(Visible::acts);
    assertThat(infected.headings).isEqualTo(plain.headings);
    assertThat(infected.html).isEqualTo(plain.html);
    assertThat(infected.links).isSubsetOf(plain.links);
  }

  @ParameterizedTest
  @MethodSource("nasties")
  void jsonGivesBackWhatWentIn(String nasty) throws IOException {
    for (Report report : infected(nasty)) {
      String json = Rendered.of(Format.JSON, report);
      assertThat(json.codePoints().filter(cp -> cp != '\n')).noneMatch(Visible::acts);
      JsonNode tree = new ObjectMapper().readTree(json);
      assertThat(tree.at("/runs/0/certificates/0/identifiers/0/problems/0/detail").textValue())
          .isEqualTo(Visible.wellFormed(nasty));
    }
  }

  @ParameterizedTest
  @MethodSource("nasties")
  void metricsKeepTheirForm(String nasty) {
    String name = "certbot_doctor_[a-z_]+";
    String label = "[a-z]+=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*+\"";
    for (Report report : infected(nasty)) {
      String text = Rendered.of(Format.PROM, report);
      assertThat(text).endsWith("\n# EOF\n");
      assertThat(text.lines())
          .allMatch(
              line ->
                  line.matches("# (?:HELP|TYPE) " + name + " .*|# EOF")
                      || line.matches(name + "(?:\\{" + label + "(?:," + label + ")*\\})? \\d+"));
      assertThat(text.lines()).allMatch(line -> line.length() < 1000);
    }
  }

  private static Set<String> fields() {
    return Injector.fields(SampleReports.staleRecord());
  }

  @Tag("full")
  @ParameterizedTest
  @MethodSource("fields")
  void aGiganticValueIsCutWhereItIsRead(String field) {
    Report report =
        Injector.inject(SampleReports.staleRecord(), field::equals, "long ".repeat(200_000));
    for (Format format : List.of(Format.TEXT, Format.HTML, Format.MD, Format.PROM)) {
      assertThat(Rendered.of(format, report)).hasSizeLessThan(500_000);
    }
  }

  @ParameterizedTest
  @MethodSource("nasties")
  void redactionAndSharingTakeAnything(String nasty) {
    Report report = Injector.everywhere(sample(), nasty);
    assertThat(new Redactor().redactSecrets(report).diagnoses()).hasSize(3);
    assertThat(Sharing.share(report).redacted()).isTrue();
  }

  /** What a Markdown reader makes of a report. */
  private static final class Markdown extends AbstractVisitor {
    private final String source;
    private final List<Integer> headings = new ArrayList<>();
    private final List<String> html = new ArrayList<>();
    private final Set<String> links = new TreeSet<>();

    private Markdown(String source) {
      this.source = source;
    }

    static Markdown of(Report report) {
      Markdown markdown = new Markdown(Rendered.of(Format.MD, report));
      Node document =
          Parser.builder()
              .extensions(List.of(TablesExtension.create()))
              .build()
              .parse(markdown.source);
      document.accept(markdown);
      return markdown;
    }

    @Override
    public void visit(Heading heading) {
      headings.add(heading.getLevel());
      visitChildren(heading);
    }

    @Override
    public void visit(HtmlBlock block) {
      html.add(block.getLiteral().lines().map(String::strip).collect(Collectors.joining()));
    }

    @Override
    public void visit(HtmlInline inline) {
      html.add(inline.getLiteral());
    }

    @Override
    public void visit(Link link) {
      links.add(link.getDestination());
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      links.add("image " + image.getDestination());
    }
  }
}
