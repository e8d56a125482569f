package certbotdoctor.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.DecisionInfo;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both grammars look at a text of twice the length twice as often: counted in characters that the
 * lexer looks at and tokens that the parser looks at, not in time.
 */
class GrammarWorkTest {
  private static final int SIZE = 20_000;

  static Stream<String> units() {
    return Stream.of(
        "a ",
        "\n ",
        "\n",
        ": ",
        "\"",
        "Domain: a\nType: dns\nDetail: b\n",
        "Detail: a b\n",
        "Type: ",
        "Hook 'pre-hook' ran with output:\n a\n",
        "Please deploy a DNS TXT record under the name ",
        "Please deploy a DNS TXT record\n",
        "Traceback (most recent call last):\n",
        "The following certs could not be ",
        "Congratulations, all simulated ",
        "Failed authorization procedure. a (dns-01): urn:acme ",
        "Processing /a/renewal/",
        "2026-01-02 03:04:05,678:DEBUG:a:b\n",
        "DNS problem: NXDOMAIN looking up TXT for a; ",
        "DNS problem: looking up ",
        "During secondary validation: While processing CAA for a: ",
        "Incorrect TXT record \"a\" (and 1 more) ",
        "Fetching http://a/: ",
        "too many certificates (1) already ",
        "urn:ietf:params:acme:error:dns :: ",
        "The key authorization file from the server did not match ");
  }

  @ParameterizedTest
  @MethodSource("units")
  void workOnOutputGrowsWithTheText(String unit) {
    assertThat(outputWork(unit.repeat(2 * SIZE / unit.length())))
        .isLessThan(3 * outputWork(unit.repeat(SIZE / unit.length())));
  }

  @ParameterizedTest
  @MethodSource("units")
  void workOnProblemsGrowsWithTheText(String unit) {
    assertThat(problemWork(unit.repeat(2 * SIZE / unit.length())))
        .isLessThan(3 * problemWork(unit.repeat(SIZE / unit.length())));
  }

  private static long outputWork(String text) {
    Counting characters = new Counting(new AsciiStream(text));
    TableLexer lexer = new TableLexer(LexerTable.certbotOutput(), characters);
    CertbotOutputParser parser = new CertbotOutputParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.setProfile(true);
    parser.output();
    return characters.looks + looks(parser.getParseInfo().getDecisionInfo());
  }

  private static long problemWork(String text) {
    Counting characters = new Counting(new AsciiStream(text));
    TableLexer lexer = new TableLexer(LexerTable.caProblem(), characters);
    CaProblemParser parser = new CaProblemParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.setProfile(true);
    parser.detail();
    return characters.looks + looks(parser.getParseInfo().getDecisionInfo());
  }

  private static long looks(DecisionInfo[] decisions) {
    return Arrays.stream(decisions).mapToLong(one -> one.SLL_TotalLook + one.LL_TotalLook).sum();
  }

  /** Counts how often a character is looked at. */
  private static final class Counting extends TextStream {
    private final TextStream characters;
    private long looks;

    Counting(TextStream characters) {
      this.characters = characters;
    }

    @Override
    protected int character(int at) {
      looks++;
      return characters.character(at);
    }

    @Override
    public String getText(Interval interval) {
      return characters.getText(interval);
    }

    @Override
    public int size() {
      return characters.size();
    }
  }
}
