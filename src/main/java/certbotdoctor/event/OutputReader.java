package certbotdoctor.event;

import certbotdoctor.ca.CaTextReader;
import certbotdoctor.grammar.CertbotOutputParser.HeaderContext;
import certbotdoctor.grammar.CertbotOutputParser.ItemContext;
import certbotdoctor.grammar.CertbotOutputParser.LineContext;
import certbotdoctor.grammar.CertbotOutputParser.OutputContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads certbot's phrases on a page, by the grammar, into events. */
final class OutputReader {
  /** Made for the first page, because a log may hold nothing but JSON and noise. */
  private @Nullable Outline outline;

  private final ProblemItems problems;
  private final HookItems hooks = new HookItems();
  private final RunItems runs = new RunItems();
  private final RenewalItems renewals = new RenewalItems();
  private final AcmeItems acme;

  OutputReader(CaTextReader texts, AcmeItems acme) {
    this.problems = new ProblemItems(texts);
    this.acme = acme;
  }

  /**
   * Adds the events of all phrases; JSON on the page must have been closed before. Another
   * program's traceback is none.
   */
  void read(Page page, PageTopic topic) {
    if (outline == null) {
      outline = new Outline();
    }
    OutputContext output = outline.of(page.openText());
    for (LineContext line : output.line()) {
      header(page, line.header());
      List<ItemContext> items = line.item();
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i).traceback() == null || topic.get() != Topic.ANOTHER_PROGRAM) {
          item(page, line, items.get(i), i + 1 < items.size() ? items.get(i + 1) : null);
        }
      }
    }
    hooks.finish(page);
  }

  private void item(Page page, LineContext line, ItemContext item, @Nullable ItemContext next) {
    page.understand(Outline.start(item), Outline.end(item));
    boolean done =
        acme.read(page, item)
            || problems.read(page, item)
            || hooks.read(page, line, item)
            || runs.read(page, item);
    if (!done) {
      renewals.read(page, line, item, next);
    }
  }

  private static void header(Page page, @Nullable HeaderContext header) {
    if (header == null || header.LEVEL() == null) {
      return;
    }
    page.close(Outline.start(header), Outline.end(header));
    page.header(
        HeaderTime.of(header.TIMESTAMP().getText()),
        withoutColon(header.LEVEL().getText()),
        header.LOGGER() == null ? null : withoutColon(header.LOGGER().getText()));
  }

  private static String withoutColon(String token) {
    return token.substring(0, token.length() - 1);
  }
}
