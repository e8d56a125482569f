package certbotdoctor.event;

import certbotdoctor.event.Event.Outcome;
import certbotdoctor.event.Event.Outcome.Word;
import certbotdoctor.grammar.CertbotOutputLexer;
import certbotdoctor.grammar.CertbotOutputParser.ItemContext;
import certbotdoctor.grammar.CertbotOutputParser.LineContext;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Renewal, issuance, success and failure of certificates, and certbot's last words. */
final class RenewalItems {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int LONGEST_MESSAGE = 16 * 1024;
  private static final int LONGEST_REST = 1000;

  private static final Pattern LINEAGE =
      Pattern.compile(
          "(?:live|renewal|archive)[/\\\\](\\S+?)(?:[/\\\\]\\w+\\.pem|\\.conf)(?=[\\s.,:)]|$)");
  private static final Pattern IN_PARENTHESES = Pattern.compile("^\\(([^)\\s]+)\\)");

  /** Adds the events of an item. */
  void read(Page page, LineContext line, ItemContext item, @Nullable ItemContext next) {
    int at = Outline.start(item);
    int after = item.start.getStopIndex() + 1;
    String rest = page.restOfLine(after, LONGEST_REST);
    Event.Origin origin = page.origin(item);
    switch (item.start.getType()) {
      case CertbotOutputLexer.PROCESSING ->
          page.add(at, new Event.LineageStarted(origin, withoutConf(rest)));
      case CertbotOutputLexer.ISSUE_NEW -> issuance(page, item, rest, false, false);
      case CertbotOutputLexer.ISSUE_NEW_DRY -> issuance(page, item, rest, false, true);
      case CertbotOutputLexer.ISSUE_RENEW -> issuance(page, item, rest, true, false);
      case CertbotOutputLexer.ISSUE_RENEW_DRY -> issuance(page, item, rest, true, true);
      case CertbotOutputLexer.RENEW_FAILED,
          CertbotOutputLexer.RENEW_ATTEMPT,
          CertbotOutputLexer.CONF_FILE ->
          failed(page, item, next);
      case CertbotOutputLexer.ITEM_FAILURE -> listed(page, line, item, "failure");
      case CertbotOutputLexer.ITEM_SUCCESS -> listed(page, line, item, "success");
      case CertbotOutputLexer.ITEM_SKIPPED -> listed(page, line, item, "skipped");
      case CertbotOutputLexer.ITEM_PARSEFAIL -> listed(page, line, item, "parsefail");
      case CertbotOutputLexer.SAVED_AT, CertbotOutputLexer.RECEIVED_CERTIFICATE ->
          received(page, item);
      case CertbotOutputLexer.EXPIRES -> outcome(page, item, Word.EXPIRY, date(rest));
      case CertbotOutputLexer.UNEXPECTED, CertbotOutputLexer.RECOVERY -> lastWords(page, item);
      case CertbotOutputLexer.KEY_SAVED_AT -> {
        plain(page, item, rest);
        page.understand(after, messageEnd(page, after));
      }
      case CertbotOutputLexer.SKIPPING -> {}
      case CertbotOutputLexer.ERROR_WAS -> errorWas(page, item, rest);
      case CertbotOutputLexer.HELP, CertbotOutputLexer.ADVICE -> {
        plain(page, item, rest);
        page.understandParagraph(at);
      }
      default -> plain(page, item, rest);
    }
  }

  private static void plain(Page page, ItemContext item, String rest) {
    Word word =
        switch (item.start.getType()) {
          case CertbotOutputLexer.NOT_DUE,
              CertbotOutputLexer.NO_CHANGES,
              CertbotOutputLexer.SUMMARY_NOT_DUE ->
              Word.NOT_DUE;
          case CertbotOutputLexer.SUMMARY_FAILED -> Word.RENEWALS_FAILED;
          case CertbotOutputLexer.SUMMARY_SUCCEEDED -> Word.RENEWALS_SUCCEEDED;
          case CertbotOutputLexer.NO_RENEWALS -> Word.NO_RENEWALS;
          case CertbotOutputLexer.NO_RENEWAL_FAILURES -> Word.NO_FAILURES;
          case CertbotOutputLexer.COUNTS -> Word.FAILURE_COUNTS;
          case CertbotOutputLexer.DRY_RUN_SUCCESSFUL -> Word.DRY_RUN_SUCCESS;
          case CertbotOutputLexer.USER_EXIT -> Word.USER_EXIT;
          case CertbotOutputLexer.EXITING -> Word.ABNORMAL_EXIT;
          default -> null;
        };
    String phrase = BLANKS.matcher(item.start.getText()).replaceAll(" ");
    if (word == null) {
      page.add(Outline.start(item), new Event.Mark(page.origin(item), phrase, rest));
    } else {
      outcome(page, item, word, rest.isEmpty() ? phrase : phrase + " " + rest);
    }
  }

  private static void outcome(Page page, ItemContext item, Word word, @Nullable String detail) {
    page.add(Outline.start(item), new Outcome(page.origin(item), word, detail));
  }

  /**
   * Names as certbot lists them: "a", "a and b", "a and 3 more domains"; old versions name none.
   */
  private static void issuance(
      Page page, ItemContext item, String rest, boolean renewal, boolean dryRun) {
    String list = rest.replaceFirst("\\s+and \\d+ more (?:domains|identifiers).*", "");
    boolean named = item.start.getText().endsWith("for");
    List<String> names =
        !named || list.isEmpty()
            ? List.of()
            : Arrays.stream(list.split("\\s+and\\s+|,\\s*"))
                .map(name -> Names.bare(name.strip().split("\\s", 2)[0]))
                .filter(name -> !name.isEmpty())
                .toList();
    page.add(
        Outline.start(item), new Event.IssuanceStarted(page.origin(item), names, renewal, dryRun));
  }

  private static void failed(Page page, ItemContext item, @Nullable ItemContext next) {
    int type = item.start.getType();
    int from = item.start.getStopIndex() + 1;
    if (next == null || !tellsError(next.start.getType())) {
      return;
    }
    String about = page.joined(from, Outline.start(next));
    boolean broken = next.start.getType() == CertbotOutputLexer.CONF_BROKEN;
    int message = broken ? Outline.start(next) : next.start.getStopIndex() + 1;
    String words = page.joined(message, messageEnd(page, message));
    words = words.replaceFirst("\\.? ?Skipping\\.?$", "");
    page.add(
        Outline.start(item),
        new Event.LineageFailed(
            page.origin(item.start.getStartIndex(), message), lineage(type, about), words));
  }

  private static boolean tellsError(int type) {
    return type == CertbotOutputLexer.WITH_ERROR
        || type == CertbotOutputLexer.PRODUCED_ERROR
        || type == CertbotOutputLexer.CONF_BROKEN;
  }

  private static @Nullable String lineage(int type, String about) {
    if (type == CertbotOutputLexer.RENEW_FAILED) {
      return Names.bare(about);
    }
    Matcher named = IN_PARENTHESES.matcher(about);
    if (named.find()) {
      return named.group(1);
    }
    Matcher path = LINEAGE.matcher(about);
    return path.find() ? path.group(1) : null;
  }

  private static void listed(Page page, LineContext line, ItemContext item, String state) {
    String before = page.before(Outline.start(item));
    Matcher path = LINEAGE.matcher(before);
    if (path.find()) {
      page.add(
          Outline.start(item),
          new Event.RenewalItem(page.origin(line), path.group(1), state, date(before)));
      page.understand(Outline.start(line), Outline.end(line));
    }
  }

  private static void received(Page page, ItemContext item) {
    int from = item.start.getStopIndex() + 1;
    Matcher path = LINEAGE.matcher(page.text());
    boolean saved = item.start.getType() == CertbotOutputLexer.SAVED_AT;
    page.understand(from, messageEnd(page, from));
    int end = Math.min(page.text().length(), from + 400);
    String lineage = path.region(from, end).find() ? path.group(1) : null;
    outcome(page, item, saved ? Word.CERTIFICATE_PATH : Word.CERTIFICATE_RECEIVED, lineage);
  }

  /** What was wrong with a file or plugin named before; an ERROR record is told as a whole. */
  private static void errorWas(Page page, ItemContext item, String rest) {
    if ("ERROR".equals(page.level()) || "CRITICAL".equals(page.level())) {
      plain(page, item, rest);
    } else {
      lastWords(page, item);
    }
  }

  /** The words after "An unexpected error occurred:", which may stand on the next lines. */
  private static void lastWords(Page page, ItemContext item) {
    int from = item.start.getStopIndex() + 1;
    String words = page.joined(from, messageEnd(page, from));
    if (words.isEmpty()) {
      plain(page, item, "");
    } else {
      page.add(Outline.start(item), new Event.FailureLine(page.origin(item), words));
    }
  }

  /** The end of a message that starts at an offset: its line, or the next where that is empty. */
  private static int messageEnd(Page page, int from) {
    int end = Lines.end(page.text(), from, LONGEST_MESSAGE);
    if (page.text().substring(from, end).isBlank() && end + 1 < page.text().length()) {
      end = Lines.end(page.text(), end + 1, LONGEST_MESSAGE);
    }
    return end;
  }

  private static String withoutConf(String rest) {
    String name = rest.split("\\s", 2)[0];
    return name.endsWith(".conf") ? name.substring(0, name.length() - ".conf".length()) : name;
  }

  private static @Nullable String date(String words) {
    Matcher date = Pattern.compile("\\d{4}-\\d\\d-\\d\\d").matcher(words);
    return date.find() ? date.group() : null;
  }
}
