package certbotdoctor.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A line of {@code journalctl -o json} or of Docker's json-file driver: its message is the text.
 * Sources: systemd.journal-fields(7); Docker Engine's json-file logging driver.
 */
final class JournalEntry {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JournalEntry() {}

  /** The message of a journal line, in lines; any other line as it is. */
  static List<String> messages(String line) {
    String trimmed = line.strip();
    if (!trimmed.startsWith("{")
        || !(trimmed.contains("\"MESSAGE\"") || trimmed.contains("\"log\""))) {
      return List.of(line);
    }
    try {
      JsonNode entry = JSON.readTree(trimmed);
      JsonNode message = entry.has("MESSAGE") ? entry.get("MESSAGE") : entry.get("log");
      if (message == null) {
        return List.of(line);
      }
      String text = message.isArray() ? bytes(message) : message.asText();
      return List.of(ControlCharacters.removed(text.stripTrailing()).split("\n", -1));
    } catch (JsonProcessingException e) {
      return List.of(line);
    }
  }

  /** journald writes a message with non-printable characters as an array of bytes. */
  private static String bytes(JsonNode array) {
    byte[] bytes = new byte[array.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) array.get(i).asInt();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
