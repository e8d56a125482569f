package certbotdoctor.event;

import certbotdoctor.ca.CaSymptom;
import certbotdoctor.ca.CaText;
import certbotdoctor.ca.CaTextReader;
import certbotdoctor.core.Slots;
import certbotdoctor.core.SourceSpan;
import certbotdoctor.event.Event.Channel;
import certbotdoctor.event.Event.Origin;
import certbotdoctor.event.EventReader.Reading;
import certbotdoctor.log.LogRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A record in which certbot reports problems of many names, most of which differ in nothing but the
 * name. Of such only examples are read by the grammar; the others are told after their example. A
 * paragraph of the report is independent of those around it, so the events are those that reading
 * the whole would give. Where the examples do not turn out as expected, the whole is to be read.
 */
final class LongReport {
  /** Shorter records are read whole, which takes no time. */
  private static final int SHORT = 4096;

  /** Lines of a paragraph, with the blank one. */
  private static final int LINES = 4;

  /** Fewer are not worth it. */
  private static final int FEWEST = 8;

  /** A text that turns out to be odd is read in every paragraph when the report is tried again. */
  private static final int ATTEMPTS = 3;

  /** What stands for a name in the example of a text; a name of this kind is in no input. */
  private static final String STAND_IN = "what-stands-for-a-name.invalid";

  private static final byte[] DOMAIN = ascii("  Domain: ");
  private static final byte[] TYPE = ascii("  Type:   ");
  private static final byte[] DETAIL = ascii("  Detail: ");

  private final LogRecord record;
  private final byte[] bytes;
  private final List<Paragraph> paragraphs = new ArrayList<>();

  /** The texts of which an example is read in this record. */
  private final Set<Likewise> examples = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Texts texts;

  /** Texts of which an example was read, in whatever record. */
  static final class Texts {
    private static final int MOST = 500;

    private final CaTextReader reader;
    private final Map<String, Likewise> known = new HashMap<>();

    /** Reads by a reader of single texts. */
    Texts(CaTextReader reader) {
      this.reader = reader;
    }

    private Likewise of(String type, String words) {
      String key = type + " " + words;
      Likewise same = known.get(key);
      if (same == null) {
        if (known.size() >= MOST) {
          known.clear();
        }
        same = new Likewise(type, words);
        known.put(key, same);
      }
      return same;
    }
  }

  /** One problem, and the line of its first word in the record, from 0. */
  private record Paragraph(
      int start, int end, int line, String name, String detail, Likewise text) {}

  /** Problems of one text. */
  private static final class Likewise {
    private final String type;

    /** The text with the stand-in in place of the name. */
    private final String words;

    /** What the text says with the stand-in, once it was read. */
    private @Nullable CaText model;

    /** Whether an example turned out to be as expected. */
    private boolean proven;

    /** Whether an example turned out to be something else. */
    private boolean odd;

    Likewise(String type, String words) {
      this.type = type;
      this.words = words;
    }

    /** What it says of a problem's name. */
    CaText of(Paragraph one, CaTextReader reader) {
      CaText said = model;
      if (said == null) {
        said = reader.read(ProblemItems.typeOf(type), words);
        model = said;
      }
      String detail = said.detail().equals(words) ? one.detail : named(said.detail(), one.name);
      List<CaSymptom> symptoms = new ArrayList<>();
      for (CaSymptom symptom : said.symptoms()) {
        symptoms.add(
            new CaSymptom(
                symptom.code(),
                symptom.form(),
                named(symptom.slots(), one.name),
                symptom.secondary(),
                symptom.recheck()));
      }
      return new CaText(said.type(), detail, symptoms);
    }

    private static Slots named(Slots slots, String name) {
      TreeMap<String, String> values = new TreeMap<>(slots.values());
      values.replaceAll((slot, value) -> named(value, name));
      return new Slots(values);
    }

    private static String named(String text, String name) {
      return text.contains(STAND_IN) ? text.replace(STAND_IN, name) : text;
    }
  }

  private LongReport(LogRecord record, Texts texts) {
    this.record = record;
    this.texts = texts;
    this.bytes = record.bytes();
  }

  /**
   * The events of a record that is a long report.
   *
   * @param whole reads a record by the grammar
   * @return null where it is none, or has to be read whole
   */
  static @Nullable Reading read(LogRecord record, Texts texts, Function<LogRecord, Reading> whole) {
    byte[] bytes = record.bytes();
    if (bytes.length < SHORT || Trigger.message(bytes, 0, bytes.length) < 0) {
      return null;
    }
    LongReport report = new LongReport(record, texts);
    report.find();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<Paragraph> left = report.left();
      if (left.size() < FEWEST) {
        return null;
      }
      Reading reading = report.read(left, whole);
      if (reading != null) {
        return reading;
      }
    }
    return null;
  }

  // --- What is in the record ---------------------------------------------------------------

  private void find() {
    int line = 0;
    int at = 0;
    while (at < bytes.length) {
      Paragraph found = paragraph(at, line);
      if (found == null) {
        at = lineEnd(at) + 1;
        line++;
      } else {
        paragraphs.add(found);
        at = found.end;
        line += LINES;
      }
    }
  }

  /** The paragraph that begins at an offset: three lines and a blank one. */
  private @Nullable Paragraph paragraph(int at, int line) {
    if (!startsAt(at, DOMAIN)) {
      return null;
    }
    int nameEnd = lineEnd(at);
    int typeEnd = startsAt(nameEnd + 1, TYPE) ? lineEnd(nameEnd + 1) : bytes.length;
    int detailEnd = startsAt(typeEnd + 1, DETAIL) ? lineEnd(typeEnd + 1) : bytes.length;
    if (detailEnd + 1 >= bytes.length || bytes[detailEnd + 1] != '\n') {
      return null;
    }
    int type = nameEnd + 1 + TYPE.length;
    int detail = typeEnd + 1 + DETAIL.length;
    if (!isName(at + DOMAIN.length, nameEnd)
        || !isWord(type, typeEnd)
        || !isPlain(detail, detailEnd)) {
      return null;
    }
    String name = text(at + DOMAIN.length, nameEnd);
    String words = text(detail, detailEnd);
    String kind = text(type, typeEnd);
    if (words.contains(STAND_IN)) {
      return null;
    }
    String likewise = words.replace(name, STAND_IN);
    return new Paragraph(at, detailEnd + 2, line, name, words, texts.of(kind, likewise));
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private boolean startsAt(int at, byte[] words) {
    if (at + words.length > bytes.length) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (bytes[at + i] != words[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether it is a name that no grammar takes for anything else: it begins with a label that is
   * neither a number nor hexadecimal nor one of the letters that stand for digits.
   */
  private boolean isName(int from, int to) {
    boolean letters = false;
    boolean dots = false;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      boolean letter = b >= 'a' && b <= 'z';
      if (!letter && !(b >= '0' && b <= '9') && ((b != '.' && b != '-') || i == from)) {
        return false;
      }
      dots |= b == '.';
      letters |= !dots && b > 'f' && b != 'x' && letter;
    }
    return letters && dots && bytes[to - 1] != '.' && bytes[to - 1] != '-';
  }

  private boolean isWord(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!((bytes[i] | 0x20) >= 'a' && (bytes[i] | 0x20) <= 'z')) {
        return false;
      }
    }
    return to > from;
  }

  /** Whether it is one line of ASCII without an opening brace, which might begin JSON. */
  private boolean isPlain(int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < ' ' || bytes[i] > '~' || bytes[i] == '{') {
        return false;
      }
    }
    return to > from && bytes[from] != ' ' && bytes[to - 1] != ' ';
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static byte[] ascii(String words) {
    return words.getBytes(StandardCharsets.US_ASCII);
  }

  // --- What is read, and what is left to be told after it ----------------------------------

  /**
   * The paragraphs that need not be read: neither at an end of a row, nor the only one of a text.
   */
  private List<Paragraph> left() {
    examples.clear();
    List<Paragraph> left = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph one = paragraphs.get(i);
      if (!one.text.odd && within(i) && (one.text.proven || examples.contains(one.text))) {
        left.add(one);
      } else if (!one.text.odd) {
        examples.add(one.text);
      }
    }
    return left;
  }

  /** Whether there are paragraphs right before and after, and the one before is as expected. */
  private boolean within(int index) {
    return index > 0
        && index + 1 < paragraphs.size()
        && follows(index)
        && follows(index + 1)
        && !paragraphs.get(index - 1).text.odd;
  }

  private boolean follows(int index) {
    return paragraphs.get(index).start == paragraphs.get(index - 1).end;
  }

  private @Nullable Reading read(List<Paragraph> left, Function<LogRecord, Reading> whole) {
    Gaps gaps = new Gaps(left);
    Reading read = whole.apply(record.with(gaps.closed()));
    TreeMap<Long, Paragraph> kept = new TreeMap<>();
    paragraphs.forEach(one -> kept.put(line(one), one));
    left.forEach(one -> kept.remove(line(one)));
    kept.values().removeIf(one -> one.text.odd);
    List<Event> events = new ArrayList<>();
    int told = 0;
    int seen = 0;
    for (Event shortened : read.events()) {
      Origin was = shortened.origin();
      Origin origin = new Origin(gaps.opened(was.span()), was.at(), was.level(), was.logger());
      Event event = Retold.at(shortened, origin);
      events.add(event);
      Map.Entry<Long, Paragraph> touched = kept.floorEntry(origin.span().lastLine());
      if (touched == null || end(touched.getValue()) < origin.span().firstLine()) {
        continue;
      }
      Paragraph example = touched.getValue();
      if (!event.equals(problem(example, origin))) {
        example.text.odd = true;
        return null;
      }
      seen++;
      int end = example.end;
      while (told < left.size() && left.get(told).start == end) {
        Paragraph one = left.get(told++);
        events.add(problem(one, origin));
        end = one.end;
      }
    }
    if (told < left.size() || seen < kept.size()) {
      return null;
    }
    examples.forEach(text -> text.proven = true);
    return new Reading(events, read.units(), read.understood());
  }

  /** What a paragraph gives. */
  private Event problem(Paragraph one, Origin like) {
    long first = record.span().firstByte();
    SourceSpan span =
        new SourceSpan(
            record.span().source(),
            first + one.start,
            first + one.end - 1,
            line(one),
            line(one) + LINES - 2);
    Origin origin = new Origin(span, like.at(), like.level(), like.logger());
    return new Event.CaProblem(
        origin, one.name, null, one.text.of(one, texts.reader), Channel.REPORT);
  }

  private long line(Paragraph one) {
    return record.span().firstLine() + one.line;
  }

  /** The blank line of a paragraph. */
  private long end(Paragraph one) {
    return line(one) + LINES - 1;
  }

  /** The places where paragraphs are taken out of the record, and what that does to others. */
  private final class Gaps {
    private final List<Paragraph> out;

    Gaps(List<Paragraph> out) {
      this.out = out;
    }

    /** The bytes that are left. */
    byte[] closed() {
      ByteArrayOutputStream rest = new ByteArrayOutputStream(bytes.length);
      int from = 0;
      for (Paragraph one : out) {
        rest.write(bytes, from, one.start - from);
        from = one.end;
      }
      rest.write(bytes, from, bytes.length - from);
      return rest.toByteArray();
    }

    /** The place in the record of a place in what is left. */
    SourceSpan opened(SourceSpan span) {
      SourceSpan all = record.span();
      long first = span.firstByte() - all.firstByte();
      long end = span.endByte() - all.firstByte();
      long firstLine = span.firstLine() - all.firstLine();
      long lastLine = span.lastLine() - all.firstLine();
      boolean toEnd = span.endByte() == all.endByte();
      for (Paragraph one : out) {
        int length = one.end - one.start;
        first += first >= one.start ? length : 0;
        end += end > one.start ? length : 0;
        firstLine += firstLine >= one.line ? LINES : 0;
        lastLine += lastLine >= one.line ? LINES : 0;
      }
      return new SourceSpan(
          span.source(),
          all.firstByte() + first,
          toEnd ? all.endByte() : all.firstByte() + end,
          all.firstLine() + firstLine,
          all.firstLine() + lastLine);
    }
  }
}
