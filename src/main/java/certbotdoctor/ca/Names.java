package certbotdoctor.ca;

import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Names, addresses and URLs out of tokens: without quotes and without the sentence around them. */
final class Names {
  private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0]+");

  private Names() {}

  /** The name that a node holds, or null where it is missing or was blanked out. */
  static @Nullable String of(@Nullable ParserRuleContext node) {
    if (node == null || node.getChildCount() != 1) {
      return null;
    }
    return node.getChild(0) instanceof TerminalNode word ? of(word.getSymbol()) : null;
  }

  /** The name that a token holds, or null where it is missing or was blanked out. */
  static @Nullable String of(@Nullable Token token) {
    if (token == null || token.getTokenIndex() < 0) {
      return null;
    }
    String name = bare(token.getText());
    return name.isEmpty() || name.equals("-") ? null : name;
  }

  /** Whether a token ends with a colon, that is, introduces what follows. */
  static boolean introduces(@Nullable ParserRuleContext node) {
    return node != null && node.getStart() != null && node.getStart().getText().endsWith(":");
  }

  /** A word without quotes around it and without punctuation behind it. */
  static String bare(String word) {
    int end = word.length();
    while (end > 0 && ":;,".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end > 1 && word.charAt(end - 1) == '.' && word.charAt(end - 2) != '.') {
      end--;
    }
    String name = Escapes.unquote(word.substring(0, end));
    boolean singleQuoted = name.length() > 1 && name.startsWith("'") && name.endsWith("'");
    return singleQuoted ? name.substring(1, name.length() - 1) : name;
  }

  /** The value in a token with quotes, brackets or neither; empty where that is what it says. */
  static @Nullable String value(@Nullable Token token) {
    if (token == null) {
      return null;
    }
    String value = bare(token.getText());
    boolean bracketed = value.startsWith("[") && value.endsWith("]");
    return bracketed ? value.substring(1, value.length() - 1) : value;
  }

  /** An address without brackets: {@code 192.0.2.1} out of {@code [192.0.2.1]:}. */
  static @Nullable String address(@Nullable Token token) {
    String address = of(token);
    if (address == null) {
      return null;
    }
    boolean bracketed = address.startsWith("[") && address.endsWith("]");
    boolean redacted = address.indexOf('.') < 0 && address.indexOf(':') < 0;
    return bracketed && !redacted ? address.substring(1, address.length() - 1) : address;
  }

  /** The fields of a token that spans blanks. */
  static String[] fields(Token token) {
    return BLANKS.split(token.getText());
  }

  /** The number in a token such as {@code (and 3 more)}, or null. */
  static @Nullable String number(@Nullable Token token) {
    if (token == null) {
      return null;
    }
    String digits = token.getText().replaceAll("[^0-9]+", "");
    return digits.isEmpty() ? null : digits;
  }
}
