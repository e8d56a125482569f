package certbotdoctor.ca;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.core.SymptomCode;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaTextReaderTest {
  private static final String DNS =
      "urn:ietf:params:acme:error:dns :: There was a problem with a DNS query during identifier"
          + " validation :: ";

  /** Reused on purpose: a reader must not remember the text before. */
  private static final CaTextReader READER = new CaTextReader();

  @ParameterizedTest
  @MethodSource("certbotdoctor.ca.Vector#all")
  void readsTheVector(Vector vector) {
    CaText read = READER.read(vector.type(), vector.text());

    assertThat(read.symptoms().stream().map(Vector::column).toList())
        .as(vector.text())
        .isEqualTo(vector.symptoms());
  }

  @Test
  void detailIsWhatTheCaSaid() {
    String said = "DNS problem: SERVFAIL looking up TXT for _acme-challenge.a.test";

    CaText read = READER.read(null, DNS + said);

    assertThat(read.detail()).isEqualTo(said);
    assertThat(read.type()).isEqualTo("dns");
    assertThat(READER.read("dns", said)).isEqualTo(read);
  }

  @Test
  void everyTypeOfCertbotHasItsOwnWordsTakenAway() {
    List<String> described =
        Vector.all()
            .filter(vector -> vector.symptoms().stream().anyMatch(s -> s.contains("type-sentence")))
            .map(Vector::text)
            .filter(text -> !text.startsWith("urn:"))
            .toList();

    assertThat(described)
        .isNotEmpty()
        .allSatisfy(
            words ->
                assertThat(READER.read(null, "urn:acme:error:x :: " + words + " :: Odd.").detail())
                    .isEqualTo("Odd."));
  }

  @Test
  void givenTypeWinsOverTheOneInTheText() {
    assertThat(READER.read("urn:acme:error:caa", DNS + "odd").type()).isEqualTo("caa");
    assertThat(READER.read("  ", "odd").type()).isNull();
  }

  @Test
  void nonceAndUnpauseTokenAreNotKept() {
    CaText nonce =
        READER.read(null, "JWS has an invalid anti-replay nonce: \"SeCrEt01\" :: a title");
    CaText bare = READER.read(null, "JWS has invalid anti-replay nonce SeCrEt01");
    CaText paused =
        READER.read(
            null,
            "Your account is temporarily prevented from requesting certificates for a.test and"
                + " possibly others. Please visit: https://portal.example/unpause?jwt=SeCrEt01");

    assertThat(nonce.detail())
        .isEqualTo("JWS has an invalid anti-replay nonce: [redacted] :: a title");
    assertThat(bare.detail()).isEqualTo("JWS has invalid anti-replay nonce [redacted]");
    assertThat(paused.detail()).endsWith("https://portal.example/unpause?[redacted]");
    assertThat(nonce + " " + bare + " " + paused).doesNotContain("SeCrEt01");
  }

  @Test
  void longTextIsKeptButReadOnlyToTheLimit() {
    String filler = "x ".repeat(CaTextReader.PARSED);
    CaText read = READER.read(null, filler + "DNS problem: NXDOMAIN");

    assertThat(read.detail()).isEqualTo(filler + "DNS problem: NXDOMAIN");
    assertThat(read.symptoms())
        .singleElement()
        .extracting(CaSymptom::code)
        .isEqualTo(SymptomCode.UNRECOGNISED);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileTextIsReadToItsEnd(String unit) {
    String text = unit.repeat(200_000 / unit.length());

    assertThat(READER.read("dns", text).symptoms()).isNotEmpty();
    assertThat(READER.read("dns", "\"" + text).symptoms()).isNotEmpty();
    assertThat(READER.read("dns", "DNS problem: " + text).detail()).isNotNull();
  }

  static Stream<String> hostile() {
    return Stream.of(
        "\0",
        "\"",
        "\\",
        "\\\"",
        "a\\\" ",
        "\" \\\\\\\" ",
        "{",
        "(",
        "[",
        "<",
        ":",
        " :: ",
        "\n",
        "é",
        "\ud83d\ude00",
        "DNS problem: ",
        "DNS problem: looking up ",
        "looking up TXT for ",
        "During secondary validation: ",
        "Problem for ",
        "urn:acme:error:dns :: ",
        "Incorrect TXT record \"",
        "Incorrect TXT record (and 1 more) ",
        "Expected: Got: ",
        "Account \"",
        "Order \"",
        "The key authorization ",
        "too many ",
        "too many certificates (1) in the last 1h ",
        "Error retrieving TXT records for DNS challenge (\"lookup a: no such host\") ",
        "DNS problem: NXDOMAIN looking up TXT for a; ");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tokensTogetherAreTheText(long seed) {
    String text = Mangled.text(new Random(seed));

    assertThat(READER.tree(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("certbotdoctor.ca.Vector#all")
  void noPartOfADetailIsLost(Vector vector) {
    assertNothingLost(vector.text());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noPartOfAMangledDetailIsLost(long seed) {
    assertNothingLost(Mangled.text(new Random(seed)));
  }

  /** All of it stays, but for the client's own words before it and for secrets. */
  private static void assertNothingLost(String text) {
    String whole = Escapes.undo(text).strip();
    String detail = READER.read(null, text).detail();
    if (detail.contains("[redacted]")) {
      int secret = detail.indexOf("[redacted]");
      assertThat(whole).contains(detail.substring(0, secret));
    } else if (whole.contains("urn:")) {
      assertThat(whole).endsWith(detail);
    } else {
      assertThat(detail).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void mangledTextIsReadWithoutAnException(long seed) {
    String text = Mangled.text(new Random(seed));

    CaText read = READER.read(null, text);

    assertThat(read).isEqualTo(new CaTextReader().read(null, text));
  }

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\", "\\u", "\\u12", "\\uZZZZ", "\\x4", "\\UFFFFFFFF", "\\q"})
  void escapeThatIsNoneStaysAsItIs(String text) {
    assertThat(Escapes.unescape(text)).isEqualTo(text);
  }
}
