package certbotdoctor.event;

import certbotdoctor.grammar.AsciiStream;
import certbotdoctor.grammar.CertbotOutputParser;
import certbotdoctor.grammar.CertbotOutputParser.OutputContext;
import certbotdoctor.grammar.LexerTable;
import certbotdoctor.grammar.TableLexer;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Runs the CertbotOutput grammar; a text that it cannot take whole is read as far as it goes. */
final class Outline {
  private final LexerTable table = LexerTable.certbotOutput();
  private final CertbotOutputParser parser = new CertbotOutputParser(tokens(""));

  Outline() {
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
  }

  /** The lines of a text that ends with a line end. */
  OutputContext of(String text) {
    parser.setTokenStream(tokens(text));
    return parser.output();
  }

  private CommonTokenStream tokens(String text) {
    return new CommonTokenStream(new TableLexer(table, new AsciiStream(text)));
  }

  /** Offset of the first character of a part. */
  static int start(ParserRuleContext part) {
    return part.start.getStartIndex();
  }

  /** Offset after the last character of a part; the start where it is empty. */
  static int end(ParserRuleContext part) {
    Token stop = part.stop;
    return stop == null || stop.getStopIndex() < part.start.getStartIndex()
        ? part.start.getStartIndex()
        : stop.getStopIndex() + 1;
  }

  /** Offset after a token. */
  static int end(TerminalNode token) {
    return token.getSymbol().getStopIndex() + 1;
  }
}
