package certbotdoctor.catalog;

import java.util.ArrayList;
import java.util.List;

/** Lists the words of a template by which its matches can be found. */
final class AnchorFinder {
  private static final int MAX_BLANK = 400;
  private static final int MAX_SLOT = 600;
  private static final int MAX_MATCH = 2000;

  private final List<Piece> pieces;
  private final List<Anchor> anchors = new ArrayList<>();

  private AnchorFinder(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /** The anchors of a template, in its order; none where every word is too short. */
  static List<Anchor> of(List<Piece> pieces) {
    AnchorFinder finder = new AnchorFinder(pieces);
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.Literal literal) {
        finder.add(literal.text(), i);
      }
    }
    return finder.anchors;
  }

  /** The anchor of a regular expression, of which only a word is known. */
  static Anchor ofWord(String word) {
    return new Anchor(word, "", "", MAX_MATCH, MAX_MATCH);
  }

  private void add(String literal, int index) {
    int start = 0;
    while (start < literal.length()) {
      int end = start;
      while (end < literal.length() && !isQuote(literal.charAt(end))) {
        end++;
      }
      if (end - start >= LiteralIndex.KEY_LENGTH) {
        String before = start == 0 ? neighbour(index - 1, index - 2, true) : "";
        String after = end == literal.length() ? neighbour(index + 1, index + 2, false) : "";
        int back = maxLength(pieces.subList(0, index)) + 2 * start;
        int ahead = maxLength(pieces.subList(index, pieces.size()));
        anchors.add(new Anchor(literal.substring(start, end), before, after, back, ahead));
      }
      start = end + 1;
    }
  }

  /** The word beyond a blank run, without what is on the far side of a quote. */
  private String neighbour(int blank, int word, boolean before) {
    boolean known =
        word >= 0
            && word < pieces.size()
            && pieces.get(blank) instanceof Piece.Blank
            && pieces.get(word) instanceof Piece.Literal;
    if (!known) {
      return "";
    }
    String text = ((Piece.Literal) pieces.get(word)).text();
    int from = before ? text.length() : 0;
    int step = before ? -1 : 1;
    while (from + Math.min(step, 0) >= 0
        && from + Math.min(step, 0) < text.length()
        && !isQuote(text.charAt(from + Math.min(step, 0)))) {
      from += step;
    }
    return before ? text.substring(from) : text.substring(0, from);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static int maxLength(List<Piece> some) {
    return some.stream().mapToInt(AnchorFinder::maxLength).sum();
  }

  private static int maxLength(Piece piece) {
    if (piece instanceof Piece.Literal literal) {
      return 2 * literal.text().length();
    }
    if (piece instanceof Piece.Maybe maybe) {
      return maxLength(maybe.pieces());
    }
    return piece instanceof Piece.Blank ? MAX_BLANK : MAX_SLOT;
  }
}
