package certbotdoctor.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One wording of an entry; its expression is compiled when it is first needed. */
final class MessagePattern {
  private final CatalogEntry entry;
  private final List<Piece> pieces;
  private final String source;
  private final List<Anchor> anchors;
  private final int weight;
  private volatile @Nullable CompiledPattern compiled;

  private MessagePattern(CatalogEntry entry, String source, List<Piece> pieces) {
    this.entry = entry;
    this.source = source;
    this.pieces = List.copyOf(pieces);
    this.weight = pieces.stream().mapToInt(MessagePattern::weightOf).sum();
    String word = entry.literal();
    this.anchors =
        entry.regex() && word != null
            ? List.of(AnchorFinder.ofWord(word))
            : AnchorFinder.of(pieces);
  }

  /**
   * A wording of an entry.
   *
   * @throws TemplateException if it is not acceptable
   */
  static MessagePattern of(CatalogEntry entry, String source) throws TemplateException {
    String word = entry.literal();
    MessagePattern pattern =
        entry.regex() && word != null
            ? new MessagePattern(entry, source, List.of(new Piece.Literal(word)))
            : new MessagePattern(entry, source, TemplateParser.parse(source));
    if (pattern.anchors.isEmpty()) {
      throw new TemplateException(
          "no literal word of " + LiteralIndex.KEY_LENGTH + " or more characters to find it by");
    }
    return pattern;
  }

  private static int weightOf(Piece piece) {
    return piece instanceof Piece.Literal literal ? literal.text().length() : 0;
  }

  CatalogEntry entry() {
    return entry;
  }

  /** Words that every match holds. */
  List<Anchor> anchors() {
    return anchors;
  }

  /** How specific it is: the number of characters that stand in every match. */
  int weight() {
    return weight;
  }

  /**
   * The expression.
   *
   * @throws TemplateException if it is a regular expression that is not acceptable
   */
  CompiledPattern compile() throws TemplateException {
    CompiledPattern ready = compiled;
    if (ready == null) {
      ready =
          entry.regex()
              ? RegexCompiler.compile(source)
              : TemplateCompiler.compile(pieces, entry.anchored());
      compiled = ready;
    }
    return ready;
  }

  /** The expression of a pattern that was accepted when the catalogue was loaded. */
  CompiledPattern checked() {
    try {
      return compile();
    } catch (TemplateException e) {
      throw new IllegalStateException(entry.id(), e);
    }
  }
}
