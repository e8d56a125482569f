package certbotdoctor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  private static Map<String, String> slots(String template, String text) throws TemplateException {
    CompiledPattern pattern = TemplateCompiler.compile(TemplateParser.parse(template), false);
    Matcher matcher = pattern.regex().matcher(text);
    return matcher.find() ? pattern.slotsOf(matcher).values() : Map.of("no", "match");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          at {x:domain}        | at _acme-challenge.example.org.    | _acme-challenge.example.org
          at {x:domain}        | at *.example.org, and              | *.example.org
          at {x:domain}.       | at example.org. Stop               | example.org
          is {x:int} s         | is -12 s                           | -12
          error {x:code}: y    | error Invalid.Token-2: y           | Invalid.Token-2
          file {x:path}        | file /root/cf.ini.                 | /root/cf.ini
          file {x:path}: bad   | file C:\\cf.ini: bad               | C:\\cf.ini
          see {x:url}          | see https://example.org/a?b=(c).   | https://example.org/a?b=(c
          says {x:quoted}      | says "a b" and                     | a b
          says {x:quoted}      | says \\"a b\\"                     | a b
          word {x:word}        | word abc!                          | abc
          '\\[{x:word}\\] y'   | [abc] y                            | abc
          say: {x:rest}        | say: all of it.                    | all of it.
          from {x} to          | from a to b to c                   | a
          """)
  void slotEndsWhereItsTypeSays(String template, String text, String value)
      throws TemplateException {
    assertThat(slots(template, text)).isEqualTo(Map.of("x", value));
  }

  @Test
  void quotesMatchTheirTypographicForms() throws TemplateException {
    assertThat(slots("name '{x}' \"y\"", "name ‘a’ “y”")).isEqualTo(Map.of("x", "a"));
  }

  @Test
  void optionalPartBindsItsSlotOnlyWherePresent() throws TemplateException {
    assertThat(slots("failed[ ({n:int} times)] now", "failed now")).isEmpty();
    assertThat(slots("failed[ ({n:int} times)] now", "failed (3 times) now"))
        .isEqualTo(Map.of("n", "3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open {x",
        "open [x",
        "x] y",
        "{x}{y}",
        "{x:rest} more",
        "{X} a",
        "{x:colour} a",
        "{x} a {x}",
        "[a [b]] c",
        "a [] c",
        "end \\",
        "{x}[ more]",
        "[{x} a {y}] b"
      })
  void refusesWhatIsMalformedOrHasNoClearEnd(String template) {
    assertThatThrownBy(() -> TemplateParser.parse(template)).isInstanceOf(TemplateException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".*x",
        "^a.*",
        "^(a+)*b",
        "^(?:a{1,3})+b",
        "^(a|b{2,})c",
        "^[a",
        "^a{2",
        "^(",
        "^a+"
      })
  void refusesARegularExpressionThatMightRunAway(String regex) {
    assertThatThrownBy(() -> RegexCompiler.compile(regex)).isInstanceOf(TemplateException.class);
  }

  @Test
  void acceptsABoundedRegularExpression() throws TemplateException {
    CompiledPattern pattern = RegexCompiler.compile("^at (?<name>[a-z.]{1,99}+):(?:x{1,2}y)?+");
    Matcher matcher = pattern.regex().matcher("so\nat example.org:");
    assertThat(matcher.find()).isTrue();
    assertThat(pattern.slotsOf(matcher).values()).isEqualTo(Map.of("name", "example.org"));
  }
}
