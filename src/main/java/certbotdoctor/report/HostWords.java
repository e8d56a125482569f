package certbotdoctor.report;

import certbotdoctor.core.Slots;
import certbotdoctor.core.Text;
import certbotdoctor.core.Text.Kind;
import certbotdoctor.core.Text.Segment;
import certbotdoctor.rules.Template;
import org.jspecify.annotations.Nullable;

/** Sentences and commands in the words of the host that a log is from. */
final class HostWords {
  private final Slots slots;

  HostWords(Slots slots) {
    this.slots = slots;
  }

  private boolean windows() {
    return slots.has("windows");
  }

  /** A template with its values; code in it is the host's. */
  Text text(String template) {
    return text(Template.text(template, slots));
  }

  /** A text whose code is the host's. */
  Text text(Text text) {
    return windows()
        ? new Text(text.segments().stream().map(HostWords::translated).toList())
        : text;
  }

  private static Segment translated(Segment segment) {
    return segment.kind() == Kind.CODE
        ? new Segment(Kind.CODE, WindowsCommand.code(segment.value()))
        : segment;
  }

  /** A command with its values; null where the host has nothing like it. */
  @Nullable String command(String template) {
    String command = Template.command(template, slots);
    return windows() ? WindowsCommand.of(command) : command;
  }
}
