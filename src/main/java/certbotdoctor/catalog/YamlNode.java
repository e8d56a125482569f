package certbotdoctor.catalog;

import java.util.List;

/** A part of a YAML document that knows its place. */
sealed interface YamlNode {
  /** Line, from 1. */
  int line();

  /** Column, from 1. */
  int column();

  /** A scalar of any type, as written. */
  record Scalar(String text, int line, int column) implements YamlNode {}

  /** A sequence. */
  record Sequence(List<YamlNode> items, int line, int column) implements YamlNode {}

  /** A mapping; keys may repeat, so that they can be reported. */
  record Mapping(List<Entry> entries, int line, int column) implements YamlNode {}

  /** A key with its value; the place is that of the key. */
  record Entry(String key, YamlNode value, int line, int column) {}
}
