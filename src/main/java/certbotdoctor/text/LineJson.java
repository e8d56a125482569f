package certbotdoctor.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** JSON on one line; loaded for lines that look like it, not before. */
final class LineJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LineJson() {}

  /** The value; null where the text is none. */
  static @Nullable JsonNode of(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
