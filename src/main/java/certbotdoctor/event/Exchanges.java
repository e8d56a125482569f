package certbotdoctor.event;

import certbotdoctor.ca.CaTrigger;
import certbotdoctor.catalog.Catalog;
import certbotdoctor.event.JsonBodies.Body;
import certbotdoctor.log.LogRecord;
import java.util.List;

/**
 * Reads the traffic with a CA without the grammar, where a record has just the form that the ACME
 * library gives it ({@code certbot: acme/client.py}) and nothing else in it can be read. Gives what
 * the grammar would give; any other record is left to the grammar.
 */
final class Exchanges {
  private static final String SENDING = "Sending ";
  private static final String TO = " request to ";
  private static final String RECEIVED = "Received response:\n";
  private static final int STATUS_LENGTH = "HTTP 200".length();
  private static final List<String> METHODS = List.of("GET", "HEAD", "POST");
  private static final List<String> FIELDS =
      List.of("Date: ", "Retry-After: ", "Location: ", "Content-Type: ");

  private final Trigger trigger;
  private final Catalog catalog;
  private final AcmeItems acme;

  Exchanges(Trigger trigger, Catalog catalog, AcmeItems acme) {
    this.trigger = trigger;
    this.catalog = catalog;
    this.acme = acme;
  }

  /** Adds the events of a record, and tells whether it was one of these; if not, adds none. */
  boolean read(Page page, LogRecord record, List<Body> bodies) {
    byte[] bytes = record.bytes();
    int message = record.headed() ? Trigger.message(bytes, 0, bytes.length) : -1;
    // where nothing was taken away, offsets in the bytes are offsets in the text
    boolean plain = page.text().length() == bytes.length + (endsLine(bytes) ? 0 : 1);
    if (message < 0 || !plain || bodies.size() > 1) {
      return false;
    }
    if (page.text().startsWith(RECEIVED, message)) {
      return response(page, bytes, message, bodies);
    }
    return page.text().startsWith(SENDING, message) && request(page, bytes, message, bodies);
  }

  private static boolean endsLine(byte[] bytes) {
    return bytes.length > 0 && bytes[bytes.length - 1] == '\n';
  }

  private boolean request(Page page, byte[] bytes, int message, List<Body> bodies) {
    String text = page.text();
    int end = page.lineEnd(message);
    int verb = message + SENDING.length();
    int space = text.indexOf(' ', verb);
    int url = space + TO.length();
    boolean form =
        space > 0
            && METHODS.contains(text.substring(verb, space))
            && text.startsWith(TO, space)
            && url < end
            && onlyBody(text, end, bodies)
            && bodies.stream().allMatch(body -> body.node().has("protected"))
            && !holds(bytes, url, end);
    if (form) {
      begin(page, bytes, message, bodies);
      acme.sending(message, text.substring(verb, space), text.substring(url, end).strip());
      page.close(message, end);
      acme.finish(page);
    }
    return form;
  }

  private boolean response(Page page, byte[] bytes, int message, List<Body> bodies) {
    String text = page.text();
    int status = message + RECEIVED.length();
    int headers = status + STATUS_LENGTH + 1;
    if (page.lineEnd(status) != headers - 1 || !isStatus(text, status)) {
      return false;
    }
    int end = headers;
    while (end < text.length() && text.charAt(end) != '\n') {
      if (!header(page, bytes, end)) {
        return false;
      }
      end = page.lineEnd(end) + 1;
    }
    int stop = Math.min(end, bytes.length);
    if (CaTrigger.in(bytes, headers, stop) || catalog.mayHold(bytes, headers, stop)) {
      return false;
    }
    boolean silent = bodies.isEmpty() && !holds(bytes, stop, bytes.length);
    if (!silent && (bodies.isEmpty() || !onlyBody(text, end, bodies))) {
      return false;
    }
    begin(page, bytes, message, bodies);
    acme.received(message);
    acme.status(text.substring(status, headers - 1));
    page.close(message, headers - 1);
    for (int line = headers; line < end; line = page.lineEnd(line) + 1) {
      field(page, line);
    }
    acme.finish(page);
    return true;
  }

  private static boolean isStatus(String text, int at) {
    char first = text.charAt(at + 5);
    return text.startsWith("HTTP ", at)
        && first >= '1'
        && first <= '5'
        && PhraseIndex.digit(text.charAt(at + 6))
        && PhraseIndex.digit(text.charAt(at + 7));
  }

  /** Whether a line is a header whose value holds no phrase. */
  private boolean header(Page page, byte[] bytes, int line) {
    int from = line;
    for (String field : FIELDS) {
      if (page.text().startsWith(field, line)) {
        from = line + field.length();
      }
    }
    return !trigger.mayHoldPhrase(bytes, from, Math.min(page.lineEnd(line), bytes.length));
  }

  private void field(Page page, int line) {
    for (String field : FIELDS) {
      if (page.text().startsWith(field, line)) {
        int value = line + field.length() - 1;
        acme.field(page.text().substring(line, value), page.restOfLine(value));
        page.close(line, page.lineEnd(line));
      }
    }
  }

  private void begin(Page page, byte[] bytes, int message, List<Body> bodies) {
    int level = Trigger.STAMP;
    while (bytes[level] != ':') {
      level++;
    }
    String text = page.text();
    acme.start(bodies);
    page.close(0, message);
    page.header(
        HeaderTime.of(text.substring(0, Trigger.STAMP)),
        text.substring(Trigger.STAMP, level),
        text.substring(level + 1, message - 1));
  }

  /** Whether there is nothing after an offset but the body, if there is one, and white space. */
  private static boolean onlyBody(String text, int from, List<Body> bodies) {
    int start = bodies.isEmpty() ? text.length() : bodies.get(0).start();
    int end = bodies.isEmpty() ? text.length() : bodies.get(0).end();
    return start >= from && text.substring(from, start).isBlank() && text.substring(end).isBlank();
  }

  private boolean holds(byte[] bytes, int from, int to) {
    return trigger.mayHoldPhrase(bytes, from, to)
        || CaTrigger.in(bytes, from, to)
        || catalog.mayHold(bytes, from, to);
  }
}
