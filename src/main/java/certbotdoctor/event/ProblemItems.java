package certbotdoctor.event;

import certbotdoctor.ca.CaText;
import certbotdoctor.ca.CaTextReader;
import certbotdoctor.core.ChallengeType;
import certbotdoctor.event.Event.Channel;
import certbotdoctor.event.Event.Origin;
import certbotdoctor.grammar.CertbotOutputParser.AuthorizationErrorContext;
import certbotdoctor.grammar.CertbotOutputParser.DetailContext;
import certbotdoctor.grammar.CertbotOutputParser.FailedAuthorizationContext;
import certbotdoctor.grammar.CertbotOutputParser.HintContext;
import certbotdoctor.grammar.CertbotOutputParser.ItemContext;
import certbotdoctor.grammar.CertbotOutputParser.OrphanContext;
import certbotdoctor.grammar.CertbotOutputParser.ProblemContext;
import certbotdoctor.grammar.CertbotOutputParser.ProblemOldContext;
import certbotdoctor.grammar.CertbotOutputParser.ReportContext;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** What the CA reported, as certbot prints it: reports of all generations, and the hint. */
final class ProblemItems {
  private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

  private final CaTextReader texts;

  /** The error type in the heading of certbot 0.1's report. */
  private @Nullable String headingType;

  ProblemItems(CaTextReader texts) {
    this.texts = texts;
  }

  /** Adds the events of an item, and tells whether it was one of these. */
  boolean read(Page page, ItemContext item) {
    if (item.problem() != null) {
      problem(page, item.problem());
    } else if (item.orphan() != null) {
      orphan(page, item.orphan());
    } else if (item.problemOld() != null) {
      problemOld(page, item.problemOld());
    } else if (item.failedAuthorization() != null) {
      failedAuthorization(page, item.failedAuthorization());
    } else if (item.report() != null) {
      report(page, item.report());
    } else if (item.hint() != null) {
      hint(page, item.hint());
    } else {
      return false;
    }
    return true;
  }

  private void problem(Page page, ProblemContext problem) {
    DetailContext detail = problem.detail();
    if (detail == null) {
      // "Domain:" in other text: the catalogue and the scanner may know better
      return;
    }
    String name =
        Names.bare(page.joined(Outline.end(problem.DOMAIN()), Outline.end(problem.words(0))));
    String type =
        problem.TYPE() == null
            ? null
            : page.joined(Outline.end(problem.TYPE()), Outline.end(problem.words(1)));
    add(page, problem, name, type, detail);
  }

  private void orphan(Page page, OrphanContext orphan) {
    if (orphan.detail() == null) {
      return;
    }
    String type =
        orphan.TYPE() == null
            ? null
            : page.joined(Outline.end(orphan.TYPE()), Outline.end(orphan.words()));
    add(page, orphan, null, type, orphan.detail());
  }

  private void add(
      Page page,
      ParserRuleContext whole,
      @Nullable String name,
      @Nullable String type,
      DetailContext detail) {
    int from = Outline.end(detail.DETAIL());
    int to = Math.max(from, Outline.end(detail));
    String words = page.text().substring(from, to).replaceAll("\\s*\\n\\s*", " ").strip();
    CaText text = texts.read(typeOf(type), words);
    page.add(
        Outline.start(whole),
        new Event.CaProblem(page.origin(whole), name, null, text, Channel.REPORT));
    page.close(Outline.start(whole), to);
  }

  /** certbot 0.1: one error, in the words of the client or the CA, for several names. */
  private void problemOld(Page page, ProblemOldContext problem) {
    if (problem.OLD_ERROR() == null) {
      return;
    }
    int end = Math.max(Outline.end(problem.OLD_ERROR()), Outline.end(problem.text()));
    CaText text = texts.read(headingType, page.joined(Outline.end(problem.OLD_ERROR()), end));
    String names = page.joined(Outline.end(problem.DOMAINS()), Outline.end(problem.words()));
    for (String name : names.split("[,\\s]+", -1)) {
      if (!name.isEmpty()) {
        page.add(
            Outline.start(problem),
            new Event.CaProblem(
                page.origin(problem), Names.bare(name), null, text, Channel.REPORT));
      }
    }
    page.close(Outline.start(problem), end);
  }

  /** The first word; "None" is what acme libraries print for types that they do not know. */
  static @Nullable String typeOf(@Nullable String words) {
    if (words == null || words.isEmpty()) {
      return null;
    }
    String type = words.split(" ", 2)[0];
    return type.equals("None") ? null : type;
  }

  /** certbot before 0.32: NAME (TYPE): URN :: description :: detail, NAME (TYPE): … */
  private void failedAuthorization(Page page, FailedAuthorizationContext failed) {
    List<AuthorizationErrorContext> errors = failed.authorizationError();
    int nameEnd = errors.isEmpty() ? 0 : Outline.start(errors.get(0));
    int nameStart = lastWord(page.text(), Outline.end(failed.FAILED_AUTHORIZATION()), nameEnd);
    int next = page.text().indexOf(failed.FAILED_AUTHORIZATION().getText(), Outline.end(failed));
    int end = paragraphEnd(page, Outline.end(failed));
    end = next < 0 ? end : Math.min(end, next);
    for (int i = 0; i < errors.size(); i++) {
      AuthorizationErrorContext error = errors.get(i);
      int detailEnd = end;
      int nextName = end;
      if (i + 1 < errors.size()) {
        nextName = lastWord(page.text(), Outline.start(error), Outline.start(errors.get(i + 1)));
        detailEnd = lastComma(page.text(), Outline.end(error.CHALLENGE_URN()), nextName);
      }
      authorizationError(page, error, page.joined(nameStart, Outline.start(error)), detailEnd);
      nameStart = nextName;
    }
    page.close(Outline.start(failed), end);
  }

  private void authorizationError(
      Page page, AuthorizationErrorContext error, String name, int detailEnd) {
    String head = error.CHALLENGE_URN().getText();
    ChallengeType challenge = ChallengeType.of(head.substring(1, head.indexOf(')'))).orElse(null);
    int from = Outline.end(error.CHALLENGE_URN()) - "urn:".length();
    String words = page.joined(from, Math.max(from, detailEnd));
    words = words.endsWith(". Skipping.") ? words.substring(0, words.length() - 11) : words;
    Origin origin = page.origin(Outline.start(error), detailEnd);
    page.add(
        from,
        new Event.CaProblem(
            origin, Names.bare(name), challenge, texts.read(null, words), Channel.REPORT));
  }

  /** The last comma between two offsets, the second where there is none. */
  private static int lastComma(String text, int from, int to) {
    int at = to - 1;
    while (at > from && text.charAt(at) != ',') {
      at--;
    }
    return at > from ? at : to;
  }

  private static int lastWord(String text, int from, int to) {
    int end = to;
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > from && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int paragraphEnd(Page page, int from) {
    int line = page.lineEnd(from);
    // one line, unless a terminal or mail wrapped it
    if (startsAnew(page, line) || page.restOfLine(from).isEmpty()) {
      return line;
    }
    int blank = page.text().indexOf("\n\n", from);
    return blank < 0 ? line : blank;
  }

  private static boolean startsAnew(Page page, int lineEnd) {
    int next = lineEnd + 1;
    return next >= page.text().length()
        || !Character.isLetterOrDigit(page.text().charAt(next))
        || Character.isUpperCase(page.text().charAt(next))
        || Character.isDigit(page.text().charAt(next));
  }

  private void report(Page page, ReportContext report) {
    Matcher quoted = QUOTED.matcher(report.start.getText());
    headingType = quoted.find() ? quoted.group(1) : null;
    String authenticator = null;
    if (report.REPORT() != null) {
      String rest = page.joined(Outline.end(report.REPORT()), Outline.end(report.words()));
      int end = rest.indexOf(')');
      authenticator = end < 0 ? rest : rest.substring(0, end);
    }
    page.add(Outline.start(report), new Event.ReportStarted(page.origin(report), authenticator));
  }

  private static void hint(Page page, HintContext hint) {
    String plugin = null;
    int seconds = -1;
    if (!hint.text().CURRENT_WAIT().isEmpty()) {
      String words = hint.text().CURRENT_WAIT(0).getText();
      plugin = words.substring(2, words.indexOf("-propagation-seconds"));
      seconds = number(words.substring(words.indexOf('(')));
    } else if (!hint.text().CREATED_BY().isEmpty()) {
      String words = hint.text().CREATED_BY(0).getText();
      plugin = words.substring(words.indexOf("--") + 2);
    }
    page.add(Outline.start(hint), new Event.Hint(page.origin(hint), plugin, seconds));
    page.close(Outline.start(hint), Outline.end(hint));
  }

  /** The digits of some words as a number, -1 where they are none. */
  static int number(String words) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.isEmpty() || digits.length() > 9
        ? -1
        : Integer.parseInt(digits, 0, digits.length(), 10);
  }
}
