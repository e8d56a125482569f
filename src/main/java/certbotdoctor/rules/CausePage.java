package certbotdoctor.rules;

import certbotdoctor.core.Slots;
import certbotdoctor.core.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page of a cause, in Markdown; made from its rule and from nothing else. Names and commands
 * are those of an example.
 */
public final class CausePage {
  private static final String CERTBOT = "sudo certbot renew --cert-name example.org";

  private static final Slots EXAMPLE =
      Slots.of(
          Map.ofEntries(
              Map.entry("domain", "example.org"),
              Map.entry("certbot", "certbot"),
              Map.entry("identifier", "example.org"),
              Map.entry("challenge-name", "_acme-challenge.example.org"),
              Map.entry("zone", "example.org"),
              Map.entry("certificate", "example.org"),
              Map.entry("domain-options", "-d example.org"),
              Map.entry("retry-command", CERTBOT),
              Map.entry("dry-run-command", CERTBOT + " --dry-run"),
              Map.entry("dry-run-option", "--dry-run"),
              Map.entry("proof-command", CERTBOT + " --dry-run"),
              Map.entry("watch-command", "sudo certbot-doctor run -- certbot renew --dry-run"),
              Map.entry(
                  "debug-command",
                  "sudo certbot certonly --dry-run --debug-challenges -v -d example.org"),
              Map.entry(
                  "set-propagation-command",
                  "sudo certbot reconfigure --cert-name example.org"
                      + " --dns-<plugin>-propagation-seconds 120"),
              Map.entry("propagation-retry-command", CERTBOT),
              Map.entry("wait-advice", "120"),
              Map.entry("wait-reason", "most providers need less")));

  private final StringBuilder page = new StringBuilder();

  private CausePage() {}

  /** The title of a cause without the names of a case. */
  public static String title(Rule rule) {
    return prose(rule.title(), Slots.NONE);
  }

  /** The page. */
  public static String markdown(Rule rule) {
    return new CausePage().of(rule);
  }

  private String of(Rule rule) {
    page.append("# ").append(title(rule)).append("\n\n`").append(rule.id()).append("`\n\n");
    page.append(prose(rule.summary(), Slots.NONE)).append("\n\n");
    variants(rule.variants());
    section("How to recognise it", rule.page().recognise());
    section(
        "How to prove it", rule.page().prove() == null ? rule.wouldDecide() : rule.page().prove());
    repair(rule.remedies());
    section("How to keep it from coming back", rule.page().prevent());
    list(
        "What people try that does not help",
        rule.myths().stream().map(myth -> prose(myth, EXAMPLE)).toList());
    list(
        "References",
        rule.references().stream().map(r -> "[" + r.title() + "](" + r.url() + ")").toList());
    return page.toString().stripTrailing() + "\n";
  }

  private void variants(List<Rule.Variant> variants) {
    list(
        "Variants",
        variants.stream()
            .filter(variant -> variant.summary() != null)
            .map(
                variant ->
                    "`" + variant.id() + "`: " + prose(String.valueOf(variant.summary()), EXAMPLE))
            .toList());
  }

  private void repair(List<RemedySpec> remedies) {
    if (remedies.isEmpty()) {
      return;
    }
    page.append("## How to repair it\n\n");
    for (RemedySpec remedy : remedies) {
      page.append("### ").append(prose(remedy.title(), Slots.NONE)).append("\n\n");
      page.append(prose(remedy.why(), EXAMPLE)).append(' ').append(risk(remedy.risk()));
      page.append("\n\n");
      int number = 1;
      List<String> told = new ArrayList<>();
      for (RemedySpec.Step step : remedy.steps()) {
        if (step.needs().stream().allMatch(EXAMPLE::has)) {
          step(number++, step, told);
        }
      }
      if (remedy.verify() != null) {
        page.setLength(page.toString().stripTrailing().length());
        page.append("\n\nIt worked if: ").append(prose(remedy.verify(), EXAMPLE)).append('\n');
      }
      page.append('\n');
    }
  }

  private void step(int number, RemedySpec.Step step, List<String> told) {
    String command = step.command() == null ? null : Template.command(step.command(), EXAMPLE);
    String notes = command == null ? "" : Placeholders.notes(command, told);
    page.append(number).append(". ").append(prose(step.text() + notes, EXAMPLE)).append('\n');
    if (command != null) {
      page.append("\n   ```sh\n   ").append(command.replace("\n", "\n   "));
      page.append("\n   ```\n\n");
    }
  }

  private static String risk(String risk) {
    return switch (risk) {
      case "none" -> "(This changes nothing.)";
      case "reversible" -> "(This can be undone.)";
      default -> "(This cannot be undone.)";
    };
  }

  private void section(String title, @Nullable String words) {
    if (words != null) {
      page.append("## ").append(title).append("\n\n").append(prose(words, EXAMPLE)).append("\n\n");
    }
  }

  private void list(String title, List<String> items) {
    if (!items.isEmpty()) {
      page.append("## ").append(title).append("\n\n");
      items.forEach(item -> page.append("- ").append(item).append('\n'));
      page.append('\n');
    }
  }

  private static String prose(String template, Slots slots) {
    StringBuilder words = new StringBuilder();
    for (Text.Segment segment : Template.text(template, slots).segments()) {
      boolean code = segment.kind() == Text.Kind.CODE;
      String value = segment.value();
      String fence = !code ? "" : value.contains("`") ? "``" : "`";
      words.append(fence).append(code ? value : value.replace("<", "\\<")).append(fence);
    }
    return words.toString().strip();
  }
}
