package certbotdoctor.catalog;

import java.util.List;

/** The patterns of a catalogue, by their numbers. */
interface Patterns {
  int size();

  /** The kind of a pattern's message. */
  MessageKind kind(int number);

  MessagePattern get(int number);

  /** The word of each pattern by which it is found. */
  List<Anchor> anchors();

  /** All entries, in the order of their sources. */
  List<CatalogEntry> entries();
}
