package certbotdoctor.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code journalctl -o json}, of Docker's json-file driver or of a log shipper that puts
 * each line of a program into an object: its message is the text. Sources:
 * systemd.journal-fields(7); Docker Engine's json-file logging driver.
 */
final class JournalEntry {

  /** Where the line stands: journald, Docker, Google's and most other log shippers. */
  private static final List<String> KEYS = List.of("MESSAGE", "log", "textPayload", "message");

  /** An entry with these is a program's own structured log, and its message only a part of it. */
  private static final List<String> OWN_LOG =
      List.of("error", "err", "msg", "logger", "caller", "domain", "domains", "problem");

  private JournalEntry() {}

  /** The message of a journal line, in lines; any other line as it is. */
  static List<String> messages(String line) {
    String trimmed = line.strip();
    if (!trimmed.startsWith("{") || KEYS.stream().noneMatch(trimmed::contains)) {
      return List.of(line);
    }
    JsonNode entry = LineJson.of(trimmed);
    JsonNode message = entry == null ? null : message(entry);
    if (message == null) {
      return List.of(line);
    }
    String text = message.isArray() ? bytes(message) : message.asText();
    return List.of(ControlCharacters.removed(text.stripTrailing()).split("\n", -1));
  }

  private static @Nullable JsonNode message(JsonNode entry) {
    for (String key : KEYS) {
      JsonNode message = entry.get(key);
      if (message != null) {
        return OWN_LOG.stream().anyMatch(entry::has) ? null : message;
      }
    }
    return null;
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
