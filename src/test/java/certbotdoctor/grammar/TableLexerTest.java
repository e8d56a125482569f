package certbotdoctor.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables give the tokens that the lexers of ANTLR give, whatever the text. */
class TableLexerTest {
  private static final int ROUNDS = 40;
  private static final int WALKS = 200;

  /** Texts, each of which brings a lexer into one of its modes. */
  private static final List<String> BEGINNINGS =
      List.of(
          "",
          "2026-01-02 03:04:05,678:",
          "Detail:",
          "Domains: ",
          "ran with output:",
          "Traceback (most recent call last):");

  private enum Grammar {
    CA_PROBLEM(CaProblemLexer::new, LexerTable::caProblem),
    CERTBOT_OUTPUT(CertbotOutputLexer::new, LexerTable::certbotOutput);

    private final Function<CharStream, Lexer> lexer;
    private final Supplier<LexerTable> table;

    Grammar(
        Function<CharStream, Lexer> lexer, Supplier<LexerTable> table) {
      this.lexer = lexer;
      this.table = table;
    }
  }

  static Stream<Arguments> seeds() {
    return Stream.of(Grammar.values())
        .flatMap(
            grammar -> IntStream.range(0, 10).mapToObj(seed -> Arguments.of(grammar, seed)));
  }

  @ParameterizedTest
  @EnumSource
  void samplesAndVectorsGiveTheSame(Grammar grammar) throws IOException {
    for (String text : texts()) {
      compare(grammar, text);
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("seeds")
  void damagedTextsGiveTheSame(Grammar grammar, int seed) throws IOException {
    Random random = new Random(seed);
    List<String> texts = texts();
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 8; i++) {
        text.append(piece(texts, random));
      }
      for (int i = 0; i < text.length() / 50; i++) {
        text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(130));
      }
      compare(grammar, text.toString());
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("seeds")
  void randomCharactersGiveTheSame(Grammar grammar, int seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder(beginning(random));
      int most = random.nextInt(4) == 0 ? 16 : 127;
      for (int i = random.nextInt(200); i > 0; i--) {
        text.append((char) random.nextInt(most + 1));
      }
      compare(grammar, text.toString());
    }
  }

  /** Phrases of the grammar, whole and with a fault. */
  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("seeds")
  void phrasesGiveTheSame(Grammar grammar, int seed) {
    Random random = new Random(seed);
    LexerTable table = grammar.table.get();
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder(beginning(random));
      for (int walk = 0; walk < WALKS; walk++) {
        text.append(phrase(table, random));
        text.append(" \n\t:".charAt(random.nextInt(4)));
      }
      compare(grammar, text.toString());
    }
  }

  /** Comes to every state in every mode, and goes on from there with every character. */
  @ParameterizedTest
  @EnumSource
  @Tag("full")
  void everyStateGoesOnTheSame(Grammar grammar) {
    Random random = new Random(1);
    LexerTable table = grammar.table.get();
    int modes = grammar == Grammar.CA_PROBLEM ? 1 : BEGINNINGS.size();
    for (int mode = 0; mode < modes; mode++) {
      Map<Integer, String> reached = new LinkedHashMap<>();
      Deque<Integer> open = new ArrayDeque<>();
      reached.put(table.start(mode), "");
      open.add(table.start(mode));
      while (!open.isEmpty()) {
        int state = open.remove();
        for (int character = 0; character < LexerAutomaton.CHARACTERS; character++) {
          String text = reached.get(state) + (char) character;
          int next = table.next(state, character);
          if (next != LexerTable.NONE && reached.putIfAbsent(next, text) == null) {
            open.add(next);
          }
          compare(grammar, BEGINNINGS.get(mode) + text + tail(random));
        }
      }
    }
  }

  private static String tail(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> "";
      case 1 -> "\nDomain: a";
      case 2 -> "\n  File";
      case 3 -> " \r\n";
      default -> " a";
    };
  }

  private static String beginning(Random random) {
    return BEGINNINGS.get(random.nextInt(BEGINNINGS.size()));
  }

  /** A way through the automaton that keeps to the characters that matter. */
  private static String phrase(LexerTable table, Random random) {
    StringBuilder text = new StringBuilder();
    int state = table.start(0);
    while (state != LexerTable.NONE && text.length() < 200) {
      List<Integer> ways = new ArrayList<>();
      for (int character = 0; character < LexerAutomaton.CHARACTERS; character++) {
        if (table.next(state, character) != table.next(state, '~')) {
          ways.add(character);
        }
      }
      boolean stray = ways.isEmpty() || random.nextInt(100) == 0;
      int character = stray ? random.nextInt(128) : ways.get(random.nextInt(ways.size()));
      text.append((char) character);
      state = table.next(state, character);
    }
    return text.toString();
  }

  private static String piece(List<String> texts, Random random) {
    String text = texts.get(random.nextInt(texts.size()));
    int from = random.nextInt(text.length() + 1);
    return text.substring(from, Math.min(text.length(), from + random.nextInt(400)));
  }

  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (String folder : List.of("samples", "src/test/resources/ca", "src/test/resources/event")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
      }
    }
    return texts;
  }

  private static void compare(Grammar grammar, String text) {
    Lexer lexer = grammar.lexer.apply(new AsciiStream(text));
    lexer.removeErrorListeners();
    List<String> expected = tokens(lexer);
    List<String> actual = tokens(new TableLexer(grammar.table.get(), new AsciiStream(text)));
    if (!actual.equals(expected)) {
      assertThat(actual).as(text).isEqualTo(expected);
    }
  }

  private static List<String> tokens(TokenSource source) {
    CommonTokenStream stream = new CommonTokenStream(source);
    stream.fill();
    return stream.getTokens().stream().map(TableLexerTest::token).toList();
  }

  private static String token(Token token) {
    return token.getTokenIndex()
        + " "
        + token.getType()
        + " "
        + token.getChannel()
        + " "
        + token.getStartIndex()
        + "-"
        + token.getStopIndex()
        + " "
        + token.getText();
  }
}
