package certbotdoctor.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of a task that Ansible prints in one line, {@code fatal: [host]: FAILED! => {…}}: what
 * the command printed stands in it as JSON strings. Source: ansible-core, the module {@code
 * ansible.builtin.command}, return values.
 */
final class TaskResult {
  private static final String ARROW = "=> {";
  private static final List<String> OUTPUTS = List.of("stdout", "stderr");

  private TaskResult() {}

  /**
   * What the command of a task printed, in lines, after the words before it; any other line as it
   * is.
   */
  static List<String> messages(String line) {
    int arrow = line.indexOf(ARROW);
    if (arrow < 0) {
      return List.of(line);
    }
    JsonNode result = LineJson.of(line.substring(arrow + ARROW.length() - 1));
    if (result == null) {
      return List.of(line);
    }
    List<String> lines = new ArrayList<>(List.of(line.substring(0, arrow)));
    for (String output : OUTPUTS) {
      lines.addAll(printed(result.path(output)));
    }
    return lines.size() > 1 ? lines : List.of(line);
  }

  private static List<String> printed(JsonNode output) {
    return output.isTextual() && !output.asText().isBlank()
        ? output.asText().lines().map(ControlCharacters::removed).toList()
        : List.of();
  }
}
