package certbotdoctor.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of a cause, in Markdown; made from its rule and from nothing else. */
public final class CausePage {
  private CausePage() {}

  /** The page; slots stand as placeholders. */
  public static String markdown(Rule rule) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(plain(rule.title())).append("\n\n`").append(rule.id()).append("`\n\n");
    page.append(plain(rule.summary())).append("\n\n");
    section(page, "How to recognise it", rule.page().recognise());
    section(
        page,
        "How to prove it",
        rule.page().prove() == null ? rule.wouldDecide() : rule.page().prove());
    repair(page, rule.remedies());
    section(page, "How to keep it from coming back", rule.page().prevent());
    if (!rule.myths().isEmpty()) {
      page.append("## What people try that does not help\n\n");
      rule.myths().forEach(myth -> page.append("- ").append(plain(myth)).append('\n'));
      page.append('\n');
    }
    if (!rule.references().isEmpty()) {
      page.append("## References\n\n");
      rule.references()
          .forEach(
              r -> page.append("- [").append(r.title()).append("](").append(r.url()).append(")\n"));
    }
    return page.toString().stripTrailing() + "\n";
  }

  private static void repair(StringBuilder page, List<RemedySpec> remedies) {
    if (remedies.isEmpty()) {
      return;
    }
    page.append("## How to repair it\n\n");
    for (RemedySpec remedy : remedies) {
      page.append("### ").append(plain(remedy.title())).append("\n\n");
      page.append(plain(remedy.why())).append(" (risk: ").append(remedy.risk()).append(")\n\n");
      int number = 1;
      for (RemedySpec.Step step : remedy.steps()) {
        page.append(number++).append(". ").append(plain(step.text())).append('\n');
        if (step.command() != null) {
          page.append("\n   ```sh\n   ");
          page.append(words(step.command()).replace("\n", "\n   ")).append("\n   ```\n\n");
        }
      }
      page.append('\n');
    }
  }

  private static void section(StringBuilder page, String title, @Nullable String words) {
    if (words != null) {
      page.append("## ").append(title).append("\n\n").append(plain(words)).append("\n\n");
    }
  }

  private static String plain(String template) {
    return words(template).replaceAll("\\s+", " ").strip();
  }

  /** Slots become their fallback words or a placeholder in angle brackets. */
  private static String words(String template) {
    return template
        .replaceAll("\\$\\{[a-z0-9.\\-]+\\|([^}]*)\\}", "$1")
        .replaceAll("\\$\\{([a-z0-9.\\-]+)\\}", "<$1>");
  }
}
