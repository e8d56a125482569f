package certbotdoctor.event;

import certbotdoctor.event.Event.HookRan;
import certbotdoctor.grammar.CertbotOutputParser.HookContext;
import certbotdoctor.grammar.CertbotOutputParser.HookOldContext;
import certbotdoctor.grammar.CertbotOutputParser.HookReturnedContext;
import certbotdoctor.grammar.CertbotOutputParser.ItemContext;
import certbotdoctor.grammar.CertbotOutputParser.LineContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hooks: their start, exit code, output and error output, in the words of all versions. */
final class HookItems {
  private static final Pattern HOOK =
      Pattern.compile("(manual-auth|manual-cleanup|pre|post|deploy|renew)-hook");
  private static final Pattern FOR = Pattern.compile("\\bfor (\\S+)");

  /** Output of a hook before certbot 1.16: unmarked lines after a heading. */
  private record Open(int from, String hook, boolean errors) {}

  private @Nullable Open open;

  /** Adds the events of an item, and tells whether it was one of these. */
  boolean read(Page page, LineContext line, ItemContext item) {
    if (open != null
        && !(item.hookReturned() != null && Outline.start(line) == Outline.start(item))) {
      closeOutput(page, Outline.start(line));
    }
    if (item.hook() != null) {
      hook(page, item.hook());
    } else if (item.hookOld() != null) {
      old(page, item.hookOld());
    } else if (item.hookReturned() != null) {
      returned(page, line, item.hookReturned());
    } else {
      return false;
    }
    return true;
  }

  /** Ends what is open at the end of a page. */
  void finish(Page page) {
    closeOutput(page, page.text().length());
  }

  private static void hook(Page page, HookContext hook) {
    String name = name(hook.HOOK().getText());
    String words = page.joined(Outline.end(hook.HOOK()), Outline.end(hook.words(0)));
    Matcher spokenOf = FOR.matcher(words);
    String identifier = spokenOf.find() ? Names.bare(spokenOf.group(1)) : null;
    Integer code = null;
    String output = null;
    String errors = null;
    if (hook.REPORTED_CODE() != null) {
      code = exitCode(hook.REPORTED_CODE().getText());
    } else if (hook.hookText() != null) {
      String text = unindented(hook.hookText().getText() + hook.words(1).getText());
      page.close(Outline.start(hook), Outline.end(hook));
      if (hook.RAN_WITH_ERRORS() == null) {
        output = text;
      } else {
        errors = text;
      }
    } else {
      return;
    }
    page.add(
        Outline.start(hook),
        new HookRan(page.origin(hook), name, identifier, code, output, errors));
  }

  private void old(Page page, HookOldContext old) {
    String head = old.start.getText();
    String rest = page.restOfLine(old.start.getStopIndex() + 1);
    if (old.RUNNING_HOOK() != null) {
      page.add(Outline.start(old), new Event.Mark(page.origin(old), name(head), rest));
      page.close(Outline.start(old), page.lineEnd(Outline.start(old)));
    } else if (old.DRY_RUN_HOOK() == null) {
      // "Output from manual-auth-hook command auth.sh:" or "Output from auth.sh:"
      open = new Open(page.lineEnd(Outline.end(old)), name(rest), old.ERRORS_FROM() != null);
    }
  }

  private void returned(Page page, LineContext line, HookReturnedContext returned) {
    if (returned.RETURNED_CODE() == null) {
      return;
    }
    String text = page.text();
    int end = Outline.start(returned);
    int from = Lines.start(text, end, Lines.REACH);
    if (Lines.blank(text, from, end) && Outline.start(line) > 0) {
      end = Outline.start(line) - 1;
      from = Lines.start(text, end, Lines.REACH);
    }
    Matcher hook = HOOK.matcher(text).region(from, end);
    closeOutput(page, Outline.start(line));
    Integer code = exitCode(returned.RETURNED_CODE().getText());
    page.add(
        Outline.start(returned),
        new HookRan(page.origin(line), name(hook), null, code, null, null));
    page.understand(Outline.start(line), Outline.end(line));
  }

  private void closeOutput(Page page, int end) {
    Open was = open;
    open = null;
    if (was == null || end <= was.from) {
      return;
    }
    String text = page.text().substring(was.from, end).strip();
    if (!text.isEmpty()) {
      page.add(
          was.from,
          new HookRan(
              page.origin(was.from + 1, end),
              was.hook,
              null,
              null,
              was.errors ? null : text,
              was.errors ? text : null));
      page.understand(was.from, end);
    }
  }

  /** The hook that words name; "hook" where they name none (certbot before 0.32). */
  private static String name(String words) {
    return name(HOOK.matcher(words));
  }

  private static String name(Matcher hook) {
    return hook.find() ? hook.group() : "hook";
  }

  private static Integer exitCode(String words) {
    int code = ProblemItems.number(words);
    return words.contains("-") ? -code : code;
  }

  private static String unindented(String text) {
    return text.replace("\n ", "\n").strip();
  }
}
