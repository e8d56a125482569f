package certbotdoctor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import certbotdoctor.core.Slots;
import certbotdoctor.core.Text.Kind;
import certbotdoctor.core.Text.Segment;
import org.junit.jupiter.api.Test;

class TemplateTextTest {
  private static final Slots SLOTS =
      Slots.of("challenge-name", "_acme-challenge.example.org", "zone", "example.org");

  @Test
  void valuesWithADotBetweenThemAreOneName() {
    assertThat(Template.text("Found ${challenge-name}.${zone}.", SLOTS).segments())
        .containsExactly(
            new Segment(Kind.PROSE, "Found "),
            new Segment(Kind.QUOTED, "_acme-challenge.example.org.example.org"),
            new Segment(Kind.PROSE, "."));
  }

  @Test
  void otherValuesStandByThemselves() {
    assertThat(Template.text("${zone}, ${zone}. ${zone}", SLOTS).segments())
        .extracting(Segment::value)
        .containsExactly("example.org", ", ", "example.org", ". ", "example.org");
  }

  @Test
  void aWildcardAndItsNameAreOneName() {
    assertThat(Template.text("For *.${zone} or *.${unknown}", SLOTS).segments())
        .extracting(Segment::kind, Segment::value)
        .containsExactly(
            tuple(Kind.PROSE, "For "),
            tuple(Kind.QUOTED, "*.example.org"),
            tuple(Kind.PROSE, " or *."),
            tuple(Kind.PROSE, "<unknown>"));
  }
}
