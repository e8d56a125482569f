package certbotdoctor.grammar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.antlr.v4.runtime.Lexer;

/**
 * Compiles the lexers that ANTLR makes of {@code grammar/} into the tables that the program lexes
 * with. Runs when the program is built; the grammars stay the source.
 */
public final class LexerCompiler {
  private LexerCompiler() {}

  /**
   * Compiles.
   *
   * @param arguments the directory of the compiled classes
   * @throws IOException if a table cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0], LexerTable.FOLDER);
    AsciiStream empty = new AsciiStream("");
    for (Lexer lexer : List.of(new CaProblemLexer(empty), new CertbotOutputLexer(empty))) {
      String name = lexer.getClass().getSimpleName() + LexerTable.EXTENSION;
      Files.write(folder.resolve(name), new LexerTableWriter(LexerAutomaton.of(lexer)).bytes());
    }
  }
}
