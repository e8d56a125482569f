package certbotdoctor.event;

import certbotdoctor.event.JsonBodies.Body;
import certbotdoctor.grammar.CertbotOutputLexer;
import certbotdoctor.grammar.CertbotOutputParser.AcmePartContext;
import certbotdoctor.grammar.CertbotOutputParser.ItemContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ACME traffic as certbot dumps it: requests and responses with the bodies that follow them. */
final class AcmeItems {
  /** Far beyond an order of a hundred names. */
  private static final int LONGEST_PAYLOAD = 64 * 1024;

  private static final Pattern URI = Pattern.compile("uri='([^']+)'");
  private static final Pattern ACCOUNT_ID = Pattern.compile("\\), ([0-9a-f]{32}), Meta\\(");
  private static final Pattern HOST = Pattern.compile("creation_host='([^']+)'");

  private final AcmeObjects objects;
  private final Deque<Body> bodies = new ArrayDeque<>();
  private @Nullable Pending pending;

  AcmeItems(AcmeObjects objects) {
    this.objects = objects;
  }

  /** A request or response whose body may follow. */
  private static final class Pending {
    final int at;
    final String method;
    final String url;
    int status = -1;
    final Map<String, String> headers = new TreeMap<>();

    Pending(int at, String method, String url) {
      this.at = at;
      this.method = method;
      this.url = url;
    }
  }

  /** Starts a page with its JSON objects, in order. */
  void start(List<Body> found) {
    bodies.clear();
    bodies.addAll(found);
    pending = null;
  }

  /** Adds the events of an item, and tells whether it was one of these. */
  boolean read(Page page, ItemContext item) {
    bodiesBefore(page, Outline.start(item));
    AcmePartContext part = item.acmePart();
    if (part == null) {
      return false;
    }
    int type = part.start.getType();
    if (pending == null
        && (type == CertbotOutputLexer.HTTP_STATUS || type == CertbotOutputLexer.HTTP_FIELD)) {
      // of no exchange that was announced: words of another program
      return true;
    }
    int at = Outline.start(part);
    int after = part.start.getStopIndex() + 1;
    String rest = page.restOfLine(after);
    switch (type) {
      case CertbotOutputLexer.SENDING -> {
        flush(page, at, null);
        sending(at, part.start.getText().split("\\s+", 3)[1], rest);
      }
      case CertbotOutputLexer.RECEIVED -> {
        flush(page, at, null);
        received(at);
      }
      case CertbotOutputLexer.HTTP_STATUS -> status(part.start.getText());
      case CertbotOutputLexer.HTTP_FIELD -> field(part.start.getText(), rest);
      case CertbotOutputLexer.JWS_PAYLOAD -> payload(page, part, after);
      case CertbotOutputLexer.ACCOUNT_PICKED -> account(page, part, rest);
      case CertbotOutputLexer.NONCE -> {}
      case CertbotOutputLexer.ACCOUNT_REGISTERED -> {
        // a whole sentence; what follows on its line, where line breaks were lost, is another's
        page.add(at, new Event.Mark(page.origin(part), part.start.getText(), ""));
        page.close(at, after);
        return true;
      }
      default -> page.add(at, new Event.Mark(page.origin(part), part.start.getText(), rest));
    }
    page.close(at, page.lineEnd(after));
    return true;
  }

  /** A request begins. */
  void sending(int at, String method, String rest) {
    boolean ended = rest.endsWith(".") || rest.endsWith(":");
    pending = new Pending(at, method, ended ? rest.substring(0, rest.length() - 1) : rest);
  }

  /** A response begins. */
  void received(int at) {
    pending = new Pending(at, "", "");
  }

  /** Ends a page: what is pending has no body, and objects that are left stand by themselves. */
  void finish(Page page) {
    bodiesBefore(page, page.text().length());
    flush(page, page.text().length(), null);
  }

  private void bodiesBefore(Page page, int offset) {
    while (!bodies.isEmpty() && bodies.peek().start() < offset) {
      Body body = bodies.remove();
      if (pending != null) {
        flush(page, body.end(), body.node());
      }
      if (!body.node().has("protected")) {
        objects.read(body, page);
      }
    }
  }

  private void flush(Page page, int end, @Nullable JsonNode body) {
    Pending was = pending;
    pending = null;
    if (was == null) {
      return;
    }
    Event.Origin origin = page.origin(was.at, Math.max(was.at + 1, end));
    if (was.method.isEmpty()) {
      if (was.status > 0) {
        page.add(was.at, new Event.AcmeResponse(origin, was.status, was.headers, body));
      }
    } else {
      String header = body == null ? null : body.path("protected").asText(null);
      page.add(was.at, new Event.AcmeRequest(origin, was.method, was.url, header));
    }
  }

  /** The status line of the response that has begun. */
  void status(String words) {
    if (pending != null && pending.method.isEmpty()) {
      pending.status = ProblemItems.number(words.substring(words.indexOf(' ')));
    }
  }

  /** A header of the response that has begun; its name with the colon. */
  void field(String name, String value) {
    if (pending != null) {
      pending.headers.put(name.substring(0, name.length() - 1).toLowerCase(Locale.ROOT), value);
    }
  }

  /** The payload of a request: the repr of Python bytes on one line. */
  private void payload(Page page, AcmePartContext part, int after) {
    int start = after;
    while (start < page.text().length() && Character.isWhitespace(page.text().charAt(start))) {
      start++;
    }
    String line = page.restOfLine(start, LONGEST_PAYLOAD);
    if (!line.startsWith("b'{") && !line.startsWith("b\"{")) {
      return;
    }
    String json = PythonRepr.bytes(line);
    JsonNode node = json == null ? null : JsonBodies.parse(json);
    if (node != null && !node.isEmpty()) {
      page.add(Outline.start(part), new Event.AcmeObject(page.origin(part), node));
    }
    page.close(start, page.lineEnd(start));
  }

  private static void account(Page page, AcmePartContext part, String rest) {
    page.add(
        Outline.start(part),
        new Event.AccountPicked(
            page.origin(part), first(URI, rest), first(ACCOUNT_ID, rest), first(HOST, rest)));
  }

  private static @Nullable String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : null;
  }
}
