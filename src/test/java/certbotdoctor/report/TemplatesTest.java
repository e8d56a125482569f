package certbotdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.core.Text;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplatesTest {
  private static final Path FOLDER = Path.of("templates");

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"TEXT", "HTML", "MD"})
  void aFolderSaysWhatItsFormatIs(Format format) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(FOLDER.resolve(format.id() + "/format.properties"))) {
      properties.load(in);
    }
    assertThat(properties.getProperty("extension")).isEqualTo(format.extension());
    assertThat(properties.getProperty("mediaType")).startsWith("text/").endsWith("charset=utf-8");
    assertThat(properties.getProperty("escaping")).isIn("terminal", "html", "markdown");
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"TEXT", "HTML", "MD"})
  void noTemplateSwitchesEscapingOffOrRunsText(Format format) throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER.resolve(format.id()))) {
      List<Path> templates = files.filter(file -> file.toString().endsWith(".ftl")).toList();
      assertThat(templates).isNotEmpty();
      for (Path template : templates) {
        assertThat(template)
            .content()
            .doesNotContain(
                "?no_esc", "?eval", "?interpret", "?new", "?api", "<#noautoesc", "<#outputformat");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"TEXT", "HTML", "MD"})
  void directivesInDataAreData(Format format) {
    Report report =
        SampleParts.withHeadline(
            SampleReports.success(), Text.quoted("a${7*7}b [#if true]c[/#if] d#{7*7}e"));
    assertThat(Rendered.of(format, report)).contains("a${7*7}b [#if true]c[/#if] d#{7*7}e");
  }
}
