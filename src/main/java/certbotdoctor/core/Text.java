package certbotdoctor.core;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of the report, in pieces that know where they come from, so that a renderer can escape
 * and set apart what was quoted from an input.
 *
 * @param segments the pieces in order
 */
public record Text(List<Segment> segments) {

  /** Where a piece comes from. */
  public enum Kind {
    /** Words of this program or of its rules. */
    PROSE,
    /** A command, an option, a name: words of this program or its rules, set as code. */
    CODE,
    /** Text from a log, a configuration file or a DNS answer: hostile until escaped. */
    QUOTED
  }

  /**
   * One piece.
   *
   * @param kind where it comes from
   * @param value the raw characters, not escaped for any format
   */
  public record Segment(Kind kind, String value) {}

  /** No words. */
  public static final Text EMPTY = new Text(List.of());

  /** Copies the pieces. */
  public Text {
    segments = List.copyOf(segments);
  }

  /** Words of this program. */
  public static Text prose(String words) {
    return words.isEmpty() ? EMPTY : new Text(List.of(new Segment(Kind.PROSE, words)));
  }

  /** Text from outside. */
  public static Text quoted(String text) {
    return new Text(List.of(new Segment(Kind.QUOTED, text)));
  }

  /** This text followed by another. */
  public Text plus(Text other) {
    List<Segment> all = new ArrayList<>(segments);
    all.addAll(other.segments);
    return new Text(all);
  }

  /** All pieces as one string, not escaped. */
  public String plain() {
    StringBuilder all = new StringBuilder();
    segments.forEach(segment -> all.append(segment.value));
    return all.toString();
  }
}
