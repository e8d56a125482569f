package certbotdoctor.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Turns a template into a regular expression that cannot backtrack: every slot ends at the first
 * place where the following literal stands, and is never tried longer.
 */
final class TemplateCompiler {
  /** White space as it is, and as it stands inside quoted strings of logs. */
  private static final String BLANK = "(?:\\s|\\\\[nrt]){1,200}+";

  /** A slot at the beginning is tried where a word begins, and nowhere else. */
  private static final String SLOT_START = "(?<![^\\s\"'(\\[<:=,|])";

  private static final String WORD_END = "(?![\\p{L}\\p{N}])";

  private final StringBuilder regex = new StringBuilder();
  private final List<Piece.Slot> slots = new ArrayList<>();

  private TemplateCompiler() {}

  /** Compiles the parts of a template; its slots are the groups {@code s0}, {@code s1}, … */
  static CompiledPattern compile(List<Piece> pieces, boolean anchored) {
    TemplateCompiler compiler = new TemplateCompiler();
    if (anchored) {
      compiler.regex.append("^[ \\t]{0,20}+");
    } else if (pieces.get(0) instanceof Piece.Slot) {
      compiler.regex.append(SLOT_START);
    }
    compiler.append(pieces);
    if (endsWithLetter(pieces.get(pieces.size() - 1))) {
      compiler.regex.append(WORD_END);
    }
    Pattern pattern = Pattern.compile(compiler.regex.toString(), Pattern.MULTILINE);
    return new CompiledPattern(pattern, compiler.slots, startsWithLetter(pieces.get(0)));
  }

  private static boolean startsWithLetter(Piece piece) {
    return piece instanceof Piece.Literal literal
        && Character.isLetterOrDigit(literal.text().charAt(0));
  }

  private static boolean endsWithLetter(Piece piece) {
    return piece instanceof Piece.Literal literal
        && Character.isLetterOrDigit(literal.text().charAt(literal.text().length() - 1));
  }

  private void append(List<Piece> pieces) {
    int i = 0;
    while (i < pieces.size()) {
      if (pieces.get(i) instanceof Piece.Slot slot) {
        int end = i + 1;
        while (end < pieces.size() && isFixed(pieces.get(end))) {
          end++;
        }
        appendSlot(slot, pieces.subList(i + 1, end));
        i = end;
      } else {
        appendFixed(pieces.get(i++));
      }
    }
  }

  private static boolean isFixed(Piece piece) {
    return piece instanceof Piece.Literal || piece instanceof Piece.Blank;
  }

  private void appendSlot(Piece.Slot slot, List<Piece> following) {
    boolean until = !following.isEmpty();
    regex.append("(?>(?<s").append(slots.size()).append('>');
    regex.append(until ? slot.type().untilLiteral() : slot.type().atEnd()).append(')');
    slots.add(slot);
    following.forEach(this::appendFixed);
    regex.append(')');
  }

  private void appendFixed(Piece piece) {
    if (piece instanceof Piece.Literal literal) {
      literal.text().chars().forEach(this::appendCharacter);
    } else if (piece instanceof Piece.Blank) {
      regex.append(BLANK);
    } else if (piece instanceof Piece.Maybe maybe) {
      regex.append("(?:");
      append(maybe.pieces());
      regex.append(")?+");
    }
  }

  /** A quote also stands for its typographic forms and, in quoted strings, for its escape. */
  private void appendCharacter(int c) {
    if (c == '"') {
      regex.append("\\\\?[\"“”]");
    } else if (c == '\'') {
      regex.append("['‘’]");
    } else {
      regex.append(Character.isLetterOrDigit(c) || c > 127 ? "" : "\\").append((char) c);
    }
  }
}
