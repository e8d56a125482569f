package certbotdoctor.event;

import certbotdoctor.core.JsonTree;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Finds JSON objects in a text: response bodies, pasted problems, JSON log lines. */
final class JsonBodies {
  /** Attempts that may fail in one text, so that hostile braces cost no more than linear time. */
  private static final int FAILURES = 64;

  /**
   * An object in a text.
   *
   * @param start offset of its brace
   * @param end offset after its closing brace
   */
  record Body(int start, int end, JsonNode node) {}

  private JsonBodies() {}

  /** The objects of a text that are whole, in order. */
  static List<Body> in(String text) {
    List<Body> bodies = new ArrayList<>();
    int failures = 0;
    int from = 0;
    int wholeUntil = text.length();
    while (failures < FAILURES && (from = next(text, from)) >= 0 && from < wholeUntil) {
      try {
        Body body = at(text, from);
        bodies.add(body);
        from = body.end;
      } catch (JsonEOFException e) {
        // an object that is cut off: nothing after its brace can be told apart from its inside
        failures += FAILURES / 4;
        from++;
      } catch (IOException e) {
        failures++;
        from++;
      }
    }
    return bodies;
  }

  /** Parses a string that is JSON as a whole; null where it is not. */
  static @org.jspecify.annotations.Nullable JsonNode parse(String json) {
    try {
      return JsonTree.LENIENT.read(json);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static int next(String text, int from) {
    for (int i = text.indexOf('{', from); i >= 0; i = text.indexOf('{', i + 1)) {
      int key = i + 1;
      while (key < text.length() && Character.isWhitespace(text.charAt(key))) {
        key++;
      }
      if (key < text.length() && (text.charAt(key) == '"' || text.charAt(key) == '}')) {
        return i;
      }
    }
    return -1;
  }

  private static Body at(String text, int start) throws IOException {
    StringReader rest = new StringReader(text);
    rest.skip(start);
    JsonTree.Measured read = JsonTree.LENIENT.measured(rest);
    return new Body(start, start + read.length(), read.node());
  }
}
