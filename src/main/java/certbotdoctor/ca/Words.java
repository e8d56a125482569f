package certbotdoctor.ca;

import certbotdoctor.grammar.CaProblemLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of one part in order, without the blanks between them.
 *
 * @param stream all tokens of the text
 * @param tokens the tokens
 */
record Words(CommonTokenStream stream, List<Token> tokens) {

  /** The tokens under a node of the tree; none where the node is missing. */
  static Words of(CommonTokenStream stream, @Nullable ParserRuleContext node) {
    List<Token> tokens = new ArrayList<>();
    if (node != null && node.getStart() != null && node.getStop() != null) {
      int last = node.getStop().getTokenIndex();
      for (int i = node.getStart().getTokenIndex(); i >= 0 && i <= last; i++) {
        Token token = stream.get(i);
        if (token.getChannel() == Token.DEFAULT_CHANNEL && token.getType() != Token.EOF) {
          tokens.add(token);
        }
      }
    }
    return new Words(stream, tokens);
  }

  boolean isEmpty() {
    return tokens.isEmpty();
  }

  /** The first token of one of the types, or null. */
  @Nullable Token first(int... types) {
    return nth(1, types);
  }

  /** The n-th token, from 1, of one of the types, or null. */
  @Nullable Token nth(int n, int... types) {
    int left = n;
    for (Token token : tokens) {
      for (int type : types) {
        if (token.getType() == type && --left == 0) {
          return token;
        }
      }
    }
    return null;
  }

  /** The last token, or null. */
  @Nullable Token last() {
    return tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
  }

  /** The words behind the first token of a type; none where there is no such token. */
  Words after(int type) {
    Token token = first(type);
    return token == null ? new Words(stream, List.of()) : from(tokens.indexOf(token) + 1);
  }

  /** The words from a position on. */
  Words from(int position) {
    return new Words(stream, tokens.subList(Math.min(position, tokens.size()), tokens.size()));
  }

  /** The words before the first token of one of the types; all where there is no such token. */
  Words before(int... types) {
    Token token = first(types);
    return token == null ? this : new Words(stream, tokens.subList(0, tokens.indexOf(token)));
  }

  /** Whether any token is more than a separator. */
  boolean sayAnything() {
    for (Token token : tokens) {
      if (token.getType() != CaProblemLexer.SEPARATOR
          && token.getType() != CaProblemLexer.ADDRESS) {
        return true;
      }
    }
    return false;
  }

  /** The characters from the first token to the last, with the blanks between them. */
  String text() {
    Token last = last();
    return last == null ? "" : stream.getText(tokens.get(0), last).strip();
  }

  /** {@link #text()} without the punctuation that joins it to its neighbours; null where empty. */
  @Nullable String phrase() {
    String text = text();
    int from = 0;
    int end = text.length();
    while (from < end && (text.charAt(from) == ':' || text.charAt(from) == ' ')) {
      from++;
    }
    while (end > from && ";:, ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return from == end ? null : text.substring(from, end);
  }
}
