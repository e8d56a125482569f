package certbotdoctor.acme;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.acme.CharacterDiff.Kind;
import certbotdoctor.acme.CharacterDiff.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TxtComparisonTest {
  private static final String TOKEN = "evaGxfADs6pSRb2LAv9IZf17Dt3juxGJ-PCt92wr-oA";
  private static final String THUMBPRINT = "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs";
  private static final String VALUE = "ZTRx1Ckl1-tM05o5zaizTTA0yUy5AGereMgSNWC6Ll8";
  private static final String HEX =
      "653471d42925d7eb4cd39a39cda8b34d3034c94cb90067ab78c8123560ba2e5f";
  private static final String OTHER = "mPlcktGUB52KTpR6H56PM0lU0WuihjRIDuBaGsXx2k0";
  private static final String OLD = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private static final TxtContext CONTEXT =
      new TxtContext(Set.of(TOKEN), THUMBPRINT, Set.of(OTHER), Set.of(OLD));

  static Stream<Arguments> differences() {
    return Stream.of(
        Arguments.of(VALUE, TxtDifference.EQUAL, TxtDifference.GENUINE_SHAPE),
        Arguments.of(
            VALUE.toLowerCase(Locale.ROOT), TxtDifference.CASE, TxtDifference.GENUINE_SHAPE),
        Arguments.of(" " + VALUE, TxtDifference.WHITESPACE, TxtDifference.WHITESPACE),
        Arguments.of(VALUE + "\r\n", TxtDifference.WHITESPACE, TxtDifference.WHITESPACE),
        Arguments.of(VALUE + "\u200b", TxtDifference.WHITESPACE, TxtDifference.WHITESPACE),
        Arguments.of(
            "ZTRx1Ckl1- tM05o5zaizTTA0yUy5AGereMgSNWC6Ll8",
            TxtDifference.WHITESPACE,
            TxtDifference.UNKNOWN),
        Arguments.of("\"" + VALUE + "\"", TxtDifference.QUOTES, TxtDifference.QUOTES),
        Arguments.of("\\\"" + VALUE + "\\\" ", TxtDifference.QUOTES, TxtDifference.QUOTES),
        Arguments.of("“" + VALUE + "”", TxtDifference.QUOTES, TxtDifference.QUOTES),
        Arguments.of(VALUE + "=", TxtDifference.PADDED_BASE64, TxtDifference.PADDED_BASE64),
        Arguments.of(
            "ZTRx1Ckl1+tM05o5zaizTTA0yUy5AGereMgSNWC6Ll8=",
            TxtDifference.STANDARD_BASE64,
            TxtDifference.STANDARD_BASE64),
        Arguments.of(
            "ZTRx1Ckl1+tM05o5zaizTTA0yUy5AGereMgSNWC6Ll8",
            TxtDifference.STANDARD_BASE64,
            TxtDifference.STANDARD_BASE64),
        Arguments.of(HEX, TxtDifference.HEX_DIGEST, TxtDifference.HEX_DIGEST),
        Arguments.of(
            HEX.toUpperCase(Locale.ROOT), TxtDifference.HEX_DIGEST, TxtDifference.HEX_DIGEST),
        Arguments.of(
            TOKEN + "." + THUMBPRINT,
            TxtDifference.KEY_AUTHORIZATION,
            TxtDifference.KEY_AUTHORIZATION),
        Arguments.of(TOKEN, TxtDifference.TOKEN, TxtDifference.GENUINE_SHAPE),
        Arguments.of(VALUE.substring(0, 40), TxtDifference.TRUNCATED, TxtDifference.UNKNOWN),
        Arguments.of(VALUE.substring(1), TxtDifference.TRUNCATED, TxtDifference.UNKNOWN),
        Arguments.of(
            "ZTRxlCkl1-tM05o5zaizTTA0yUy5AGereMgSNWC6Ll8",
            TxtDifference.SIMILAR,
            TxtDifference.GENUINE_SHAPE),
        Arguments.of(OTHER, TxtDifference.OTHER_OF_PAIR, TxtDifference.GENUINE_SHAPE),
        Arguments.of(OLD, TxtDifference.STALE, TxtDifference.GENUINE_SHAPE),
        Arguments.of(
            "bm90LWEtdmFsdWUtb2YtdGhpcy1vci1hbnktcnVuLTA",
            TxtDifference.GENUINE_SHAPE,
            TxtDifference.GENUINE_SHAPE),
        Arguments.of(
            "v=spf1 include:example.net -all",
            TxtDifference.FOREIGN_TEXT,
            TxtDifference.FOREIGN_TEXT),
        Arguments.of(
            "google-site-verification=abc", TxtDifference.FOREIGN_TEXT, TxtDifference.FOREIGN_TEXT),
        Arguments.of("REDACTED", TxtDifference.UNKNOWN, TxtDifference.UNKNOWN),
        Arguments.of("removed for privacy", TxtDifference.UNKNOWN, TxtDifference.UNKNOWN),
        Arguments.of("...", TxtDifference.UNKNOWN, TxtDifference.UNKNOWN),
        Arguments.of("XXXXXXXX", TxtDifference.UNKNOWN, TxtDifference.UNKNOWN),
        Arguments.of("hello world", TxtDifference.FOREIGN_TEXT, TxtDifference.FOREIGN_TEXT),
        Arguments.of("placeholder", TxtDifference.FOREIGN_TEXT, TxtDifference.FOREIGN_TEXT),
        Arguments.of("", TxtDifference.EMPTY, TxtDifference.EMPTY),
        Arguments.of(" \t", TxtDifference.EMPTY, TxtDifference.EMPTY),
        Arguments.of("0123456789", TxtDifference.UNKNOWN, TxtDifference.UNKNOWN),
        Arguments.of("ab1".repeat(30_000), TxtDifference.UNKNOWN, TxtDifference.UNKNOWN));
  }

  @ParameterizedTest
  @MethodSource("differences")
  void againstAKnownValue(String found, TxtDifference known, TxtDifference unknown) {
    TxtComparison comparison = TxtComparison.compare(List.of(VALUE), found, CONTEXT);

    assertThat(comparison.difference()).isEqualTo(known);
    assertThat(comparison.nearest()).isEqualTo(VALUE);
  }

  @ParameterizedTest
  @MethodSource("differences")
  void byShapeAlone(String found, TxtDifference known, TxtDifference unknown) {
    TxtComparison comparison = TxtComparison.compare(List.of(), found, TxtContext.NONE);

    assertThat(comparison.difference()).isEqualTo(unknown);
    assertThat(comparison.nearest()).isNull();
    assertThat(comparison.firstDifference()).isEqualTo(-1);
    assertThat(comparison.diff().runs()).isEmpty();
  }

  @Test
  void everyDifferenceHasAnExample() {
    assertThat(differences().map(row -> row.get()[1]))
        .containsAll(Arrays.asList(TxtDifference.values()));
  }

  @Test
  void thumbprintAloneGivesTheKeyAuthorizationAway() {
    TxtContext context = new TxtContext(Set.of(), THUMBPRINT, Set.of(), Set.of());

    assertThat(TxtComparison.compare(List.of(), "x." + THUMBPRINT, context).difference())
        .isEqualTo(TxtDifference.KEY_AUTHORIZATION);
  }

  @Test
  void oneOfTwoExpectedValuesIsEnough() {
    TxtComparison comparison = TxtComparison.compare(List.of(OTHER, VALUE), VALUE, TxtContext.NONE);

    assertThat(comparison.difference()).isEqualTo(TxtDifference.EQUAL);
    assertThat(comparison.nearest()).isEqualTo(VALUE);
    assertThat(comparison.firstDifference()).isEqualTo(-1);
  }

  @Test
  void tellsWhereAndHowTheValuesDiffer() {
    TxtComparison comparison =
        TxtComparison.compare(
            List.of(OTHER, VALUE), "ZTRxlCkl1-tM05o5zaizTTA0yUy5AGereMgSNWC6Ll", TxtContext.NONE);

    assertThat(comparison.nearest()).isEqualTo(VALUE);
    assertThat(comparison.firstDifference()).isEqualTo(4);
    assertThat(comparison.diff().runs())
        .containsExactly(
            new Run(Kind.EQUAL, "ZTRx"),
            new Run(Kind.REMOVED, "1"),
            new Run(Kind.ADDED, "l"),
            new Run(Kind.EQUAL, "Ckl1-tM05o5zaizTTA0yUy5AGereMgSNWC6Ll"),
            new Run(Kind.REMOVED, "8"));
  }

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void diffHoldsBothTexts(long seed) {
    Random random = new Random(seed);
    String first = word(random);
    String second = word(random);

    CharacterDiff diff = CharacterDiff.between(first, second);

    assertThat(without(diff, Kind.ADDED)).isEqualTo(first);
    assertThat(without(diff, Kind.REMOVED)).isEqualTo(second);
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      word.append((char) ('a' + random.nextInt(4)));
    }
    return word.toString();
  }

  private static String without(CharacterDiff diff, Kind kind) {
    StringBuilder text = new StringBuilder();
    diff.runs().stream().filter(run -> run.kind() != kind).forEach(run -> text.append(run.text()));
    return text.toString();
  }
}
