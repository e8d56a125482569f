package certbotdoctor.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The automaton of a lexer as the build has it, walked as it stands in its bytes: a state and an
 * end of a token are the addresses where they are told. Numbers have the highest byte first.
 *
 * <table>
 *   <caption>The form</caption>
 *   <tr><td>head</td><td>address of the rows (3 bytes), then of each mode's first state (3)</td></tr>
 *   <tr><td>end of a token</td><td>its question (1; 0 is none), type (1), channel (1), number of
 *     changes of the mode (1), of each the kind (1) and the mode (1). Behind an end with a question
 *     stands the end that is next in rank</td></tr>
 *   <tr><td>state</td><td>address of its end (2; 0 is none), number of its row (1), number of
 *     exceptions from the row (1), of each the character (1) and the next state (3)</td></tr>
 *   <tr><td>row</td><td>the next state (3) for each of 128 characters; 0 is none</td></tr>
 * </table>
 */
public final class LexerTable {
  /** Where the tables are, and what their names end with. */
  static final String FOLDER = "certbotdoctor/grammar";

  static final String EXTENSION = ".table";

  /** What stands for a state or an end where there is none. */
  static final int NONE = 0;

  /** Bytes of an address, and of a row of addresses. */
  static final int ADDRESS = 3;

  static final int ROW = LexerAutomaton.CHARACTERS * ADDRESS;

  /** Where the parts of a state are. */
  static final int ROW_NUMBER = 2;

  static final int EXCEPTIONS = 3;
  static final int FIRST_EXCEPTION = 4;

  /** Where the parts of an end are. */
  private static final int TYPE = 1;

  private static final int CHANNEL = 2;
  private static final int CHANGES = 3;
  private static final int FIRST_CHANGE = 4;

  private static final Ahead[] QUESTIONS = Ahead.values();

  private final byte[] bytes;
  private final int rows;

  LexerTable(byte[] bytes) {
    this.bytes = bytes;
    this.rows = address(0);
  }

  /** The table of the grammar CaProblem. */
  public static LexerTable caProblem() {
    return CaProblem.TABLE;
  }

  /** The table of the grammar CertbotOutput. */
  public static LexerTable certbotOutput() {
    return CertbotOutput.TABLE;
  }

  private static final class CaProblem {
    static final LexerTable TABLE = read("CaProblemLexer");
  }

  private static final class CertbotOutput {
    static final LexerTable TABLE = read("CertbotOutputLexer");
  }

  private static LexerTable read(String lexer) {
    String name = "/" + FOLDER + "/" + lexer + EXTENSION;
    try (InputStream in = LexerTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      return new LexerTable(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The state in which tokens of a mode begin. */
  int start(int mode) {
    return address(ADDRESS + mode * ADDRESS);
  }

  /** The state behind a character. */
  int next(int state, int character) {
    int at = state + FIRST_EXCEPTION;
    for (int left = bytes[state + EXCEPTIONS] & 0xff; left > 0; left--) {
      if (bytes[at] == character) {
        return address(at + 1);
      }
      at += 1 + ADDRESS;
    }
    return address(rows + (bytes[state + ROW_NUMBER] & 0xff) * ROW + character * ADDRESS);
  }

  /** The token that may end in a state and has the first rank. */
  int end(int state) {
    return (bytes[state] & 0xff) << 8 | bytes[state + 1] & 0xff;
  }

  /** What an end asks of the text behind it. */
  @Nullable Ahead question(int end) {
    int number = bytes[end];
    return number == NONE ? null : QUESTIONS[number - 1];
  }

  /** The end that is next in rank to one with a question. */
  int lower(int end) {
    int lower = end + FIRST_CHANGE + 2 * bytes[end + CHANGES];
    return bytes[lower + TYPE] == NONE ? NONE : lower;
  }

  /** The type of a token. */
  int type(int end) {
    return bytes[end + TYPE] & 0xff;
  }

  /** The channel of a token. */
  int channel(int end) {
    return bytes[end + CHANNEL];
  }

  /** Changes the mode as a token does. */
  void change(int end, Modes modes) {
    int at = end + FIRST_CHANGE;
    for (int left = bytes[end + CHANGES]; left > 0; left--) {
      modes.change(bytes[at], bytes[at + 1]);
      at += 2;
    }
  }

  private int address(int at) {
    return (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] & 0xff;
  }
}
