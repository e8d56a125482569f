package certbotdoctor.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the template notation: literals, blank runs, {@code {slot}} or {@code {slot:type}}, and
 * {@code [optional]}; a backslash makes the next character a literal. A slot called {@code _} is
 * matched and not reported.
 */
final class TemplateParser {
  private static final Pattern SLOT_NAME = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

  private final String template;
  private final Set<String> names = new HashSet<>();
  private int at;

  private TemplateParser(String template) {
    this.template = template;
  }

  /**
   * Reads a template.
   *
   * @throws TemplateException if it is malformed, or a slot could not know its end
   */
  static List<Piece> parse(String template) throws TemplateException {
    TemplateParser parser = new TemplateParser(template.strip());
    List<Piece> pieces = parser.pieces(false);
    if (parser.at < parser.template.length()) {
      throw new TemplateException("unexpected ']' at character " + (parser.at + 1));
    }
    if (pieces.isEmpty() || (pieces.get(0) instanceof Piece.Slot s && s.type().holdsMessages())) {
      throw new TemplateException("it is empty or begins with any text");
    }
    checkEnds(pieces);
    return pieces;
  }

  private List<Piece> pieces(boolean optional) throws TemplateException {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    while (at < template.length() && template.charAt(at) != ']') {
      char c = template.charAt(at++);
      if (c == '{' || c == '[' || Character.isWhitespace(c)) {
        flush(literal, pieces);
      }
      if (c == '{') {
        pieces.add(slot());
      } else if (c == '[') {
        pieces.add(maybe(optional));
      } else if (Character.isWhitespace(c)) {
        addBlank(pieces);
      } else {
        literal.append(c == '\\' ? escaped() : c);
      }
    }
    flush(literal, pieces);
    return pieces;
  }

  private static void flush(StringBuilder literal, List<Piece> pieces) {
    if (!literal.isEmpty()) {
      pieces.add(new Piece.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private static void addBlank(List<Piece> pieces) {
    if (pieces.isEmpty() || !(pieces.get(pieces.size() - 1) instanceof Piece.Blank)) {
      pieces.add(new Piece.Blank());
    }
  }

  private char escaped() throws TemplateException {
    if (at == template.length()) {
      throw new TemplateException("nothing follows the last backslash");
    }
    return template.charAt(at++);
  }

  private Piece maybe(boolean nested) throws TemplateException {
    if (nested) {
      throw new TemplateException("an optional part inside another");
    }
    List<Piece> inner = pieces(true);
    if (at == template.length() || inner.isEmpty()) {
      throw new TemplateException("an optional part that is empty or not closed by ']'");
    }
    at++;
    return new Piece.Maybe(List.copyOf(inner));
  }

  private Piece slot() throws TemplateException {
    int close = template.indexOf('}', at);
    if (close < 0) {
      throw new TemplateException("a slot that is not closed by '}'");
    }
    String[] parts = template.substring(at, close).split(":", 2);
    at = close + 1;
    boolean named = !parts[0].equals(Piece.UNNAMED);
    if (named && (!SLOT_NAME.matcher(parts[0]).matches() || !names.add(parts[0]))) {
      throw new TemplateException("slot name '" + parts[0] + "' is malformed or used twice");
    }
    SlotType type = parts.length == 1 ? SlotType.FREE : SlotType.of(parts[1]);
    if (type == null) {
      throw new TemplateException("unknown slot type '" + parts[1] + "'");
    }
    return new Piece.Slot(parts[0], type);
  }

  private static void checkEnds(List<Piece> pieces) throws TemplateException {
    for (int i = 0; i < pieces.size(); i++) {
      boolean last = i == pieces.size() - 1;
      if (pieces.get(i) instanceof Piece.Maybe maybe) {
        checkOptional(maybe, last);
      } else if (pieces.get(i) instanceof Piece.Slot slot && !last) {
        checkFollowed(slot, pieces.get(i + 1));
      }
    }
  }

  private static void checkOptional(Piece.Maybe maybe, boolean last) throws TemplateException {
    checkEnds(maybe.pieces());
    Piece end = maybe.pieces().get(maybe.pieces().size() - 1);
    if (!last && end instanceof Piece.Slot slot && !slot.type().selfDelimiting()) {
      throw new TemplateException(
          "slot '" + slot.name() + "' ends an optional part that is not last");
    }
  }

  private static void checkFollowed(Piece.Slot slot, Piece next) throws TemplateException {
    boolean literal = next instanceof Piece.Literal || next instanceof Piece.Blank;
    if (slot.type() == SlotType.REST || (!literal && !slot.type().selfDelimiting())) {
      throw new TemplateException("nothing tells where slot '" + slot.name() + "' ends");
    }
  }
}
