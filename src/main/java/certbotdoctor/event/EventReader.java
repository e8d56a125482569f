package certbotdoctor.event;

import certbotdoctor.ca.CaTextReader;
import certbotdoctor.catalog.Catalog;
import certbotdoctor.catalog.MessageMatch;
import certbotdoctor.catalog.Speaker;
import certbotdoctor.event.Event.Origin;
import certbotdoctor.event.JsonBodies.Body;
import certbotdoctor.log.LogRecord;
import certbotdoctor.text.CleanText;
import certbotdoctor.text.TextCleaner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a record into events: JSON first, then certbot's phrases by the grammar, then what a CA or
 * a known program says in the rest. Nothing is dropped: text that is left is an {@link
 * Event.Unknown}. Not for use by several threads at once.
 */
public final class EventReader {
  /** What a record gives that tells nothing. */
  public static final Reading NOTHING = new Reading(List.of(), 1, 1);

  private final LongReport.Texts reports;
  private final Catalog catalog;
  private final Trigger trigger;
  private final ProblemScanner scanner;
  private final AcmeItems acme;
  private final OutputReader output;
  private final Exchanges exchanges;

  /** Reads with a catalogue of messages. */
  public EventReader(Catalog catalog) {
    CaTextReader texts = new CaTextReader();
    this.reports = new LongReport.Texts(texts);
    this.catalog = catalog;
    this.trigger = new Trigger(catalog);
    this.scanner = new ProblemScanner(texts);
    this.acme = new AcmeItems(new AcmeObjects(texts, scanner));
    this.output = new OutputReader(texts, acme);
    this.exchanges = new Exchanges(trigger, catalog, acme);
  }

  /**
   * The events of a record.
   *
   * @param events in the order of the text
   * @param units records, or lines of text without record headers
   * @param understood how many of them have a known meaning
   * @param kinds the kinds of the events
   */
  public record Reading(List<Event> events, long units, long understood, Set<Event.Kind> kinds) {
    /** Copies the list. */
    public Reading {
      events = List.copyOf(events);
    }

    Reading(List<Event> events, long units, long understood) {
      this(events, units, understood, kinds(events));
    }

    private static Set<Event.Kind> kinds(List<Event> events) {
      Set<Event.Kind> kinds = EnumSet.noneOf(Event.Kind.class);
      for (Event event : events) {
        kinds.add(event.kind());
      }
      return kinds;
    }
  }

  /** Reads a record; never throws, whatever it holds. */
  public Reading read(LogRecord record) {
    byte[] bytes = record.bytes();
    if (record.headed()) {
      if (oneLine(record) && Routine.noise(bytes, 0, bytes.length)) {
        return NOTHING;
      }
      switch (trigger.holds(bytes, 0, bytes.length)) {
        case NOTHING -> {
          return messagesOnly(record, false);
        }
        case MESSAGES -> {
          return messagesOnly(record, true);
        }
        case ANYTHING -> {}
      }
      Reading report = LongReport.read(record, reports, one -> read(one, true));
      if (report != null) {
        return report;
      }
    }
    return read(record, true);
  }

  /**
   * Tells records that may hold messages of some kinds and nothing else.
   *
   * @param kinds the kinds, as {@link certbotdoctor.catalog.MessageKind#id} has them
   */
  public MinorRecords minor(Set<String> kinds) {
    return new MinorRecords(trigger, catalog, kinds);
  }

  private static boolean oneLine(LogRecord record) {
    return record.span().firstLine() == record.span().lastLine();
  }

  /** Reads a record that holds no phrase, no JSON and no words of a CA. */
  private Reading messagesOnly(LogRecord record, boolean some) {
    byte[] bytes = record.bytes();
    int message = Trigger.message(bytes, 0, bytes.length);
    String header = new String(bytes, 0, message, StandardCharsets.US_ASCII);
    int level = header.indexOf(':', Trigger.STAMP);
    String logger = header.substring(level + 1, message - 1);
    if (!some && Routine.known(logger)) {
      return NOTHING;
    }
    Page page = new Page(TextCleaner.clean(record));
    page.close(0, message);
    page.header(
        HeaderTime.of(header.substring(0, Trigger.STAMP)),
        header.substring(Trigger.STAMP, level),
        logger);
    if (some) {
      messages(page, page.openText(), 0, new PageTopic(page, Routine.known(logger)));
    }
    return reading(page, true);
  }

  /** Whether certbot or a library that it uses wrote a record; any other program may log alike. */
  private static boolean byKnownLogger(LogRecord record) {
    byte[] bytes = record.bytes();
    int message = record.headed() ? Trigger.message(bytes, 0, bytes.length) : -1;
    if (message < 0) {
      return false;
    }
    String header = new String(bytes, 0, message - 1, StandardCharsets.US_ASCII);
    return Routine.known(header.substring(header.indexOf(':', Trigger.STAMP) + 1));
  }

  /** Reads every word of a record by the grammar, whether or not it holds any that matters. */
  Reading readWhole(LogRecord record) {
    return read(record, false);
  }

  private Reading read(LogRecord record, boolean shortcut) {
    CleanText clean = TextCleaner.clean(record);
    Page page = new Page(clean);
    List<Body> bodies = JsonBodies.in(clean.text());
    bodies.forEach(body -> page.close(body.start(), body.end()));
    PageTopic topic = new PageTopic(page, byKnownLogger(record));
    if (!shortcut || !exchanges.read(page, record, bodies)) {
      acme.start(bodies);
      output.read(page, topic);
      acme.finish(page);
      problems(page);
      messages(page, page.openText(), 0, topic);
      hooks(page);
    }
    for (Body body : bodies) {
      if (!AcmeObjects.known(body.node())) {
        String text = clean.text().substring(body.start(), body.end());
        messages(page, text, body.start(), topic);
      }
    }
    return reading(page, record.headed());
  }

  private void problems(Page page) {
    for (ProblemScanner.Found found : scanner.find(page.openText())) {
      Origin origin = page.origin(found.start(), found.end());
      page.add(
          found.start(),
          new Event.CaProblem(
              origin, found.identifier(), null, found.text(), Event.Channel.MESSAGE));
      page.close(found.start(), found.end());
    }
  }

  /** Adds the messages of the catalogue in a part of the page that starts at an offset. */
  private void messages(Page page, String part, int offset, PageTopic topic) {
    for (MessageMatch match : catalog.match(part)) {
      if (topic.get().overhears(match)) {
        continue;
      }
      int start = offset + match.start();
      int end = offset + match.end();
      String text = page.joined(start, end);
      String about = match.kind().equals("informational") ? null : MessageSubject.of(page, start);
      page.add(start, new Event.ClientMessage(page.origin(start, end), match, text, about));
      page.understand(start, end);
    }
  }

  /** What a hook says of itself; words of others that it repeats are not taken for theirs. */
  private void hooks(Page page) {
    for (Page.Placed placed : List.copyOf(page.events())) {
      if (placed.event() instanceof Event.HookRan hook) {
        String text = hook.errors() == null ? hook.output() : hook.errors();
        for (MessageMatch match : catalog.match(Speaker.HOOK, text == null ? "" : text)) {
          page.add(
              placed.at(),
              new Event.ClientMessage(
                  hook.origin(), match, String.valueOf(text), hook.identifier()));
        }
      }
    }
  }

  private static Reading reading(Page page, boolean headed) {
    List<Page.Placed> placed = new ArrayList<>(page.events());
    long units = 0;
    long understood = 0;
    if (headed) {
      units = 1;
      understood = headedRest(page, placed) ? 1 : 0;
    } else {
      long[] counts = Leftovers.add(page, placed);
      units = counts[0];
      understood = counts[1];
    }
    placed.sort((a, b) -> Integer.compare(a.at(), b.at()));
    return new Reading(placed.stream().map(Page.Placed::event).toList(), units, understood);
  }

  /** An ERROR record is certbot's last words; any other record that told nothing is unknown. */
  private static boolean headedRest(Page page, List<Page.Placed> placed) {
    String words = page.openText().strip();
    boolean told = !placed.isEmpty();
    if ("ERROR".equals(page.level()) || "CRITICAL".equals(page.level())) {
      if (!words.isEmpty()) {
        Event line = new Event.FailureLine(page.origin(0, page.text().length()), words);
        placed.add(new Page.Placed(page.text().length(), line));
      }
      return told;
    }
    if (!told && !Routine.known(page.logger()) && !words.isEmpty()) {
      placed.add(
          new Page.Placed(0, new Event.Unknown(page.origin(0, page.text().length()), words)));
      return false;
    }
    return true;
  }
}
