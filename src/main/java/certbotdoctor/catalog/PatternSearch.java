package certbotdoctor.catalog;

import certbotdoctor.core.Slots;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/** The search for one pattern in one text, from one place of its word to the next. */
final class PatternSearch {
  /** A text that repeats one word more often than this is not searched further for the pattern. */
  private static final int MAX_WINDOWS = 2000;

  private final MessagePattern pattern;
  private final Anchor anchor;
  private final String text;
  private final Consumer<FoundMessage> found;
  private final CompiledPattern compiled;
  private final Matcher matcher;
  private int from;
  private int windows;

  PatternSearch(MessagePattern pattern, Anchor anchor, String text, Consumer<FoundMessage> found) {
    this.pattern = pattern;
    this.anchor = anchor;
    this.text = text;
    this.found = found;
    this.compiled = pattern.checked();
    this.matcher = compiled.matcher(text);
  }

  /** Looks for matches around a place of the word; places come in ascending order. */
  void at(int hit) {
    int to = Math.min(text.length(), hit + anchor.lookahead());
    while (hit >= from && windows++ < MAX_WINDOWS) {
      int start = Math.max(from, hit - anchor.lookback());
      if (!compiled.find(matcher, text, start, to)) {
        return;
      }
      from = matcher.end();
      add();
    }
  }

  private void add() {
    CatalogEntry entry = pattern.entry();
    Slots slots = compiled.slotsOf(matcher).with("plugin", entry.plugin());
    MessageMatch match =
        new MessageMatch(
            entry.id(), entry.kind().id(), entry.speaker(), slots, matcher.start(), matcher.end());
    found.accept(
        new FoundMessage(match, pattern.weight(), entry.general(), compiled.ownWords(matcher)));
  }
}
