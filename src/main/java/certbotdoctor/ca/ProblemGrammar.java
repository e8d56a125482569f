package certbotdoctor.ca;

import certbotdoctor.grammar.CaProblemParser;
import certbotdoctor.grammar.CaProblemParser.DetailContext;
import certbotdoctor.grammar.CaProblemParser.ResolverWordContext;
import certbotdoctor.grammar.LexerTable;
import certbotdoctor.grammar.TableLexer;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/** The CaProblem grammar, ready to read one text after another. */
final class ProblemGrammar {

  /**
   * A text and its tree.
   *
   * @param stream all tokens, blanks included
   * @param detail the root of the tree
   */
  record Tree(CommonTokenStream stream, DetailContext detail) {

    /** All token texts in a row: the text that was read. */
    String text() {
      StringBuilder all = new StringBuilder();
      for (Token token : stream.getTokens()) {
        if (token.getType() != Token.EOF) {
          all.append(token.getText());
        }
      }
      return all.toString();
    }
  }

  private final LexerTable table = LexerTable.caProblem();
  private final CaProblemParser parser = new CaProblemParser(tokens(""));

  ProblemGrammar() {
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
  }

  /** The tree of a detail. */
  Tree detail(String text) {
    CommonTokenStream stream = open(text);
    return new Tree(stream, parser.detail());
  }

  /** The words of a resolver's error. */
  List<ResolverWordContext> resolver(String text) {
    open(text);
    return parser.resolver().resolverWord();
  }

  private CommonTokenStream open(String text) {
    CommonTokenStream stream = tokens(text);
    stream.fill();
    parser.setTokenStream(stream);
    return stream;
  }

  private CommonTokenStream tokens(String text) {
    return new CommonTokenStream(new TableLexer(table, new FoldedStream(text)));
  }
}
