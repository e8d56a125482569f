package certbotdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.core.Text;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTextTest {
  private static final String COMMAND = "dig +short TXT _acme-challenge.example.org";

  private static String text(Report report, Style style) {
    return Rendered.of(Format.TEXT, report, style);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 120})
  void rowsKeepToTheWidthExceptWhatIsToBeCopied(int width) {
    String text = text(SampleReports.staleRecord(), new Style(false, false, width, false, true));
    assertThat(text.lines())
        .filteredOn(row -> DisplayWidth.of(row) > width)
        .allMatch(row -> row.contains(COMMAND) || row.contains("https://"));
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 120})
  void verdictCauseAndFirstRepairStandOnTheFirstScreen(int width) {
    String text = text(SampleReports.staleRecord(), new Style(false, false, width, false, false));
    String screen = String.join("\n", text.lines().limit(24).toList());
    assertThat(screen).contains("LIKELY", "txt-stale-record", "Likely because", COMMAND, "Check:");
  }

  @Test
  void coloursAddNoWord() {
    Report report = SampleReports.severalCauses();
    String plain = text(report, new Style(false, false, 80, false, true));
    String coloured = text(report, new Style(true, false, 80, false, true));
    assertThat(coloured).contains("\u001b[");
    assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(plain);
  }

  @Test
  void asciiIsAsciiOnly() {
    String text = text(SampleReports.staleRecord(), new Style(false, true, 80, false, true));
    assertThat(text.chars()).allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f));
  }

  @Test
  void quietGivesOneLineForEachVerdict() {
    String text = text(SampleReports.severalCauses(), new Style(false, false, 80, true, false));
    assertThat(text.lines())
        .hasSize(3)
        .first()
        .isEqualTo(
            "D1 likely txt-stale-record example.org, *.example.org: An earlier attempt's TXT record"
                + " is still there");
  }

  @Test
  void verboseShowsEveryExchangeAndTheTimeline() {
    Report report = SampleReports.staleRecord();
    assertThat(text(report, new Style(false, false, 80, false, true)))
        .contains("X3", "300 IN TXT", "+14.8 s  Failure:");
    assertThat(text(report, Style.PLAIN)).doesNotContain("300 IN TXT");
  }

  @Test
  void wrappingCountsWideAndCombiningCharacters() {
    LineWrapper wrapper = new LineWrapper(10);
    assertThat(wrapper.wrap("  - \u0001漢字漢字 漢字")).containsExactly("  - 漢字漢", "    字", "    漢字");
    assertThat(wrapper.wrap("e\u0301e\u0301e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301"))
        .hasSize(1);
  }

  @Test
  void colourEndsWithTheRowAndGoesOnAfterTheIndent() {
    List<String> rows = new LineWrapper(12).wrap("  \u001b[1mone two three\u001b[0m");
    assertThat(rows).containsExactly("  \u001b[1mone two\u001b[0m", "  \u001b[1mthree\u001b[0m");
  }

  @Test
  void controlCharactersOfAnInputAreSeenAndDoNothing() {
    Report report =
        SampleParts.withHeadline(
            SampleReports.success(),
            Text.quoted("\u001b[2J\u001b]0;title\u0007\u009b31m\u202egnp.exe\u0000"));
    String text = text(report, Style.PLAIN);
    assertThat(text).contains("\\x1b[2J\\x1b]0;title\\x07\\x9b31m\\u{202e}gnp.exe\\x00");
    assertThat(Arrays.asList(text.split("\n")))
        .allMatch(row -> row.chars().noneMatch(Visible::acts));
  }
}
