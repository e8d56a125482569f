package certbotdoctor.text;

import certbotdoctor.core.JsonTree;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** JSON on one line; loaded for lines that look like it, not before. */
final class LineJson {
  private LineJson() {}

  /** The value; null where the text is none. */
  static @Nullable JsonNode of(String text) {
    try {
      return JsonTree.STRICT.read(text);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
