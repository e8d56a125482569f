package certbotdoctor.event;

import certbotdoctor.grammar.AsciiStream;
import certbotdoctor.grammar.CertbotOutputLexer;
import certbotdoctor.grammar.CertbotOutputParser;
import certbotdoctor.grammar.CertbotOutputParser.OutputContext;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Runs the CertbotOutput grammar; a text that it cannot take whole is read as far as it goes. */
final class Outline {
  private final CertbotOutputLexer lexer = new CertbotOutputLexer(new AsciiStream(""));
  private final CertbotOutputParser parser = new CertbotOutputParser(new CommonTokenStream(lexer));

  Outline() {
    lexer.removeErrorListeners();
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
  }

  /** The lines of a text that ends with a line end. */
  OutputContext of(String text) {
    lexer.setInputStream(new AsciiStream(text));
    lexer._modeStack.clear();
    lexer._mode = CertbotOutputLexer.DEFAULT_MODE;
    parser.setTokenStream(new CommonTokenStream(lexer));
    return parser.output();
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
