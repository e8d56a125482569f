package certbotdoctor.event;

import certbotdoctor.event.Event.Origin;
import certbotdoctor.text.CleanText;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/**
 * A text while it is read: the events so far by offset, what is understood, and what later readers
 * must not read again.
 */
final class Page {
  /** An event and the offset of its first character. */
  record Placed(int at, Event event) {}

  private static final int LONGEST_ADVICE = 8;

  private final CleanText clean;
  private final String text;
  private final char[] open;
  private final List<Placed> events = new ArrayList<>();
  private final BitSet understood = new BitSet();
  // many phrases on one line: what was done for the first is not done again for the others
  private int closedFrom;
  private int closedTo = -1;
  private int lineFrom;
  private int lineTo = -1;
  private @Nullable LocalDateTime at;
  private @Nullable String level;
  private @Nullable String logger;

  Page(CleanText clean) {
    this.clean = clean;
    this.text = clean.text();
    this.open = text.toCharArray();
  }

  String text() {
    return text;
  }

  /** Whether it is a record with a header of its own. */
  boolean headed() {
    return logger != null || at != null;
  }

  /** The text with all that was read for good blanked out; offsets stay. */
  String openText() {
    return new String(open);
  }

  /** Blanks a part for later readers; line ends stay. */
  void close(int from, int to) {
    if (from >= closedFrom && to <= closedTo) {
      return;
    }
    for (int i = from; i < to; i++) {
      if (open[i] != '\n') {
        open[i] = ' ';
      }
    }
    understand(from, to);
    if (to > closedTo) {
      closedFrom = from;
      closedTo = to;
    }
  }

  /** Notes that the meaning of a part is known. */
  void understand(int from, int to) {
    understood.set(from, Math.max(from, to));
  }

  /** Notes that the meaning of a paragraph is known, from an offset on, a few lines at most. */
  void understandParagraph(int from) {
    int end = from;
    for (int line = 0; line < LONGEST_ADVICE && end < text.length(); line++) {
      end = Lines.end(text, end, Lines.REACH) + 1;
      if (end >= text.length() || text.charAt(end) == '\n' || ahead(end, "- ")) {
        break;
      }
    }
    understand(from, Math.min(end, text.length()));
  }

  private boolean ahead(int at, String words) {
    return text.startsWith(words, at) || text.startsWith(" " + words, at);
  }

  /** Whether something of a part is known. */
  boolean understood(int from, int to) {
    int next = understood.nextSetBit(from);
    return next >= 0 && next < to;
  }

  /** Sets the header that the following lines belong to. */
  void header(@Nullable LocalDateTime time, @Nullable String newLevel, @Nullable String newLogger) {
    this.at = time;
    this.level = newLevel;
    this.logger = newLogger;
  }

  @Nullable String level() {
    return level;
  }

  @Nullable String logger() {
    return logger;
  }

  Origin origin(int from, int to) {
    return new Origin(clean.span(from, to), at, level, logger);
  }

  Origin origin(ParserRuleContext part) {
    return origin(Outline.start(part), Outline.end(part));
  }

  void add(int offset, Event event) {
    events.add(new Placed(offset, event));
  }

  List<Placed> events() {
    return events;
  }

  /** The rest of a line from an offset, so far as it matters, without surrounding blanks. */
  String restOfLine(int from) {
    return restOfLine(from, Lines.REACH);
  }

  /** The rest of a line from an offset, at most so many characters, without surrounding blanks. */
  String restOfLine(int from, int most) {
    int start = Math.min(from, text.length());
    return text.substring(start, Lines.end(text, start, most)).strip();
  }

  int lineEnd(int from) {
    if (from < lineFrom || from > lineTo) {
      int end = text.indexOf('\n', from);
      lineFrom = from;
      lineTo = end < 0 ? text.length() : end;
    }
    return lineTo;
  }

  /** What stands before an offset on its line, so far as it matters, in one blank each. */
  String before(int at) {
    return joined(Lines.start(text, at, Lines.REACH), at);
  }

  /** The text between two offsets, each blank run as one blank. */
  String joined(int from, int to) {
    StringBuilder joined = new StringBuilder();
    boolean apart = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!PhraseIndex.blank(c)) {
        joined.append(apart ? " " : "").append(c);
      }
      apart = PhraseIndex.blank(c);
    }
    return joined.toString().strip();
  }
}
