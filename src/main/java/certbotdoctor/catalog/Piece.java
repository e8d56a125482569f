package certbotdoctor.catalog;

import java.util.List;

/** A part of a template. */
sealed interface Piece {
  /** The name of a slot that is matched and not reported. */
  String UNNAMED = "_";

  /** Characters other than white space, as they stand. */
  record Literal(String text) implements Piece {}

  /** A blank run: any run of white space, line ends included, because terminals wrap. */
  record Blank() implements Piece {}

  /** A parameter. */
  record Slot(String name, SlotType type) implements Piece {}

  /** Parts that may be absent together. */
  record Maybe(List<Piece> pieces) implements Piece {}
}
