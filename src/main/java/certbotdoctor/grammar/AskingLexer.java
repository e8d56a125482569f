package certbotdoctor.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.jspecify.annotations.Nullable;

/** A lexer with rules that ask what is behind their token. */
abstract class AskingLexer extends Lexer {
  private @Nullable Ahead asked;

  AskingLexer(CharStream input) {
    super(input);
  }

  /** Asks, in a rule of the grammar. */
  boolean ahead(Ahead question) {
    asked = question;
    return question.holds(_input);
  }

  /** What a predicate of the grammar asks. */
  Ahead question(int rule, int predicate) {
    asked = null;
    sempred(null, rule, predicate);
    if (asked == null) {
      throw new IllegalStateException(getRuleNames()[rule] + " asks something else");
    }
    return asked;
  }
}
