package certbotdoctor.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenFactory;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a text, as the lexer that ANTLR makes of the same grammar has them: the longest
 * token wins, then the first rule. That lexer would be built anew at each start of the program. It
 * does not count lines; what no rule takes is left out.
 */
public final class TableLexer implements TokenSource {
  private final LexerTable table;
  private final TextStream text;
  private final Pair<TokenSource, CharStream> source;
  private final Modes modes = new Modes();
  private TokenFactory<?> factory = CommonTokenFactory.DEFAULT;
  private int from;

  /** Lexes a text from its beginning. */
  public TableLexer(LexerTable table, TextStream text) {
    this.table = table;
    this.text = text;
    this.source = new Pair<>(this, text);
  }

  @Override
  public Token nextToken() {
    int size = text.size();
    while (from < size) {
      int state = table.start(modes.mode());
      int at = from;
      int token = LexerTable.NONE;
      int tokenEnd = from;
      while (at < size && (state = table.next(state, text.character(at))) != LexerTable.NONE) {
        at++;
        int end = granted(table.end(state), at);
        if (end != LexerTable.NONE) {
          token = end;
          tokenEnd = at;
        }
      }
      if (token != LexerTable.NONE) {
        int start = from;
        from = tokenEnd;
        table.change(token, modes);
        return token(table.type(token), table.channel(token), start, tokenEnd);
      }
      // the character that does not fit is left out with those before it
      from = Math.min(at + 1, size);
    }
    return token(Token.EOF, Token.DEFAULT_CHANNEL, size, size);
  }

  /** The end of the first rank whose question the text behind it answers with yes. */
  private int granted(int first, int at) {
    int end = first;
    while (end != LexerTable.NONE) {
      Ahead question = table.question(end);
      if (question == null) {
        return end;
      }
      text.seek(at);
      if (question.holds(text)) {
        return end;
      }
      end = table.lower(end);
    }
    return end;
  }

  private Token token(int type, int channel, int start, int end) {
    return new CommonToken(source, type, channel, start, end - 1);
  }

  @Override
  public int getLine() {
    return 0;
  }

  @Override
  public int getCharPositionInLine() {
    return -1;
  }

  @Override
  public CharStream getInputStream() {
    return text;
  }

  @Override
  public String getSourceName() {
    return text.getSourceName();
  }

  @Override
  public void setTokenFactory(@Nullable TokenFactory<?> factory) {
    this.factory = factory == null ? CommonTokenFactory.DEFAULT : factory;
  }

  @Override
  public TokenFactory<?> getTokenFactory() {
    return factory;
  }
}
