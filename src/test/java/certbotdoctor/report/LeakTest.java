package certbotdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Planted secrets of each kind appear in no format, in whatever field of the report they stood. */
class LeakTest {
  @ParameterizedTest
  @EnumSource(Format.class)
  void noFormatShowsASecret(Format format) {
    String lines = String.join("\n", PlantedSecrets.LINES);
    Report planted = Injector.quotedEverywhere(SampleReports.staleRecord(), lines);
    Report clean = new Redactor().redactSecrets(planted);
    String shown = Rendered.of(format, clean, new Style(false, false, 200, false, true));
    assertThat(shown.replaceAll("\\s", "")).doesNotContain(PlantedSecrets.CORE);
    assertThat(Rendered.of(format, Sharing.share(clean))).doesNotContain(PlantedSecrets.CORE);
  }

  @ParameterizedTest
  @EnumSource(value = Format.class, names = "PROM", mode = EnumSource.Mode.EXCLUDE)
  void withoutRedactionTheSecretWouldBeThere(Format format) {
    Report planted =
        Injector.quotedEverywhere(SampleReports.staleRecord(), PlantedSecrets.LINES.get(3));
    assertThat(Rendered.of(format, planted)).contains(PlantedSecrets.CORE);
  }
}
