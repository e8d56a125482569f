package certbotdoctor.event;

import certbotdoctor.core.ChallengeType;
import certbotdoctor.event.Event.ExpectedTxt;
import certbotdoctor.event.Event.Outcome.Word;
import certbotdoctor.grammar.CertbotOutputLexer;
import certbotdoctor.grammar.CertbotOutputParser.ChallengePartContext;
import certbotdoctor.grammar.CertbotOutputParser.DebugChallengeContext;
import certbotdoctor.grammar.CertbotOutputParser.ItemContext;
import certbotdoctor.grammar.CertbotOutputParser.RunPartContext;
import certbotdoctor.grammar.CertbotOutputParser.TracebackContext;
import certbotdoctor.grammar.CertbotOutputParser.TxtPromptContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** The course of a run: its beginning, its challenges, the values to publish, tracebacks. */
final class RunItems {
  /** Far beyond a hundred names. */
  private static final int LONGEST_ARGUMENTS = 16 * 1024;

  private static final Pattern LIST_ITEM =
      Pattern.compile("'((?:[^'\\\\]++|\\\\.)*+)'|\"((?:[^\"\\\\]++|\\\\.)*+)\"");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\'\"])");
  private static final Pattern IDENTIFIER_REPR = Pattern.compile("value='([^']*)'");
  private static final Pattern FRAME_FUNCTION = Pattern.compile(", in (\\w+)$");

  /** Adds the events of an item, and tells whether it was one of these. */
  boolean read(Page page, ItemContext item) {
    if (item.runPart() != null) {
      run(page, item.runPart());
    } else if (item.challengePart() != null) {
      challenge(page, item.challengePart());
    } else if (item.txtPrompt() != null) {
      prompt(page, item.txtPrompt());
    } else if (item.debugChallenge() != null) {
      debug(page, item.debugChallenge());
    } else if (item.traceback() != null) {
      traceback(page, item.traceback());
    } else {
      return false;
    }
    return true;
  }

  private static void run(Page page, RunPartContext part) {
    int at = Outline.start(part);
    Event.Origin origin = page.origin(part);
    String rest = page.restOfLine(part.start.getStopIndex() + 1);
    switch (part.start.getType()) {
      case CertbotOutputLexer.RUN_VERSION ->
          page.add(at, new Event.RunStarted(origin, part.start.getText().split("\\s", 2)[0], rest));
      case CertbotOutputLexer.ARGUMENTS ->
          page.add(
              at,
              new Event.Arguments(
                  origin, list(page.restOfLine(part.start.getStopIndex() + 1, LONGEST_ARGUMENTS))));
      case CertbotOutputLexer.PLUGINS_SELECTED ->
          page.add(at, selected(origin, rest, ", Installer"));
      case CertbotOutputLexer.PLUGINS_REQUESTED ->
          page.add(at, selected(origin, rest, " and installer"));
      case CertbotOutputLexer.LOG_FILE -> {
        // where line breaks were lost, all that certbot says follows
        String path = rest.split("\\s", 2)[0];
        page.add(at, new Event.Mark(origin, part.start.getText(), path));
        int word = part.start.getStopIndex() + 1 + path.length() + 1;
        page.close(at, Math.min(word, page.lineEnd(at)));
        return;
      }
      default -> page.add(at, new Event.Mark(origin, part.start.getText(), rest));
    }
    page.close(at, page.lineEnd(at));
  }

  private static Event selected(Event.Origin origin, String rest, String between) {
    int split = rest.indexOf(between);
    String authenticator = split < 0 ? rest : rest.substring(0, split);
    String installer = split < 0 ? null : rest.substring(split + between.length());
    return new Event.PluginsSelected(origin, plugin(authenticator), plugin(installer));
  }

  private static @Nullable String plugin(@Nullable String words) {
    String name = words == null ? "" : words.strip();
    return name.isEmpty() || name.equals("None") || name.startsWith("<") ? null : name;
  }

  /** The items of a Python list of strings. */
  private static List<String> list(String repr) {
    List<String> items = new ArrayList<>();
    Matcher item = LIST_ITEM.matcher(repr);
    while (item.find()) {
      String text = item.group(1) == null ? item.group(2) : item.group(1);
      items.add(ESCAPED.matcher(text).replaceAll("$1"));
    }
    return items;
  }

  private static void challenge(Page page, ChallengePartContext part) {
    int at = Outline.start(part);
    Event.Origin origin = page.origin(part);
    String phrase = part.start.getText();
    String rest = page.restOfLine(part.start.getStopIndex() + 1);
    switch (part.start.getType()) {
      case CertbotOutputLexer.CHALLENGE ->
          ChallengeType.of(phrase.split("\\s", 2)[0])
              .ifPresent(
                  type -> page.add(at, new Event.ChallengeStarted(origin, type, name(rest))));
      case CertbotOutputLexer.CHALLENGE_FAILED ->
          page.add(at, new Event.ChallengeFailed(origin, name(rest)));
      case CertbotOutputLexer.PROPAGATION_WAIT ->
          page.add(at, new Event.PropagationWait(origin, ProblemItems.number(phrase)));
      case CertbotOutputLexer.CLEANUP -> page.add(at, new Event.CleanupStarted(origin));
      case CertbotOutputLexer.CHALLENGES_FAILED ->
          page.add(at, new Event.Outcome(origin, Word.CHALLENGES_FAILED, null));
      case CertbotOutputLexer.NOT_FINALIZED ->
          page.add(at, new Event.Outcome(origin, Word.NOT_FINALIZED, null));
      default -> page.add(at, new Event.Mark(origin, phrase.replaceAll("\\s+", " "), rest));
    }
  }

  /** A name, or the repr of an Identifier that certbot 5.3 and later log by mistake. */
  private static String name(String rest) {
    Matcher repr = IDENTIFIER_REPR.matcher(rest);
    if (repr.find()) {
      return repr.group(1);
    }
    String word = rest.split("\\s", 2)[0];
    return Names.bare(word);
  }

  private static void prompt(Page page, TxtPromptContext prompt) {
    if (prompt.WITH_VALUE() == null) {
      return;
    }
    String name =
        page.joined(
            Outline.end(prompt.DEPLOY_TXT()), prompt.WITH_VALUE().getSymbol().getStartIndex());
    int end = Outline.end(prompt);
    String value = page.joined(Outline.end(prompt.WITH_VALUE()), end);
    if (!value.isEmpty() && value.indexOf(' ') < 0) {
      page.add(
          Outline.start(prompt),
          new ExpectedTxt(
              page.origin(prompt), owner(name), value, ExpectedTxt.Source.MANUAL_PROMPT));
    }
    page.close(Outline.start(prompt), end);
  }

  private static @Nullable String owner(String words) {
    String name = Names.bare(words);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    return name.isEmpty() ? null : name;
  }

  private static void debug(Page page, DebugChallengeContext debug) {
    TerminalNode value = debug.EXPECTED_VALUE();
    if (value != null) {
      String name = page.joined(Outline.end(debug.FQDN()), Outline.end(debug.words(0)));
      String expected = page.joined(Outline.end(value), Outline.end(debug.words(1)));
      page.add(
          Outline.start(debug),
          new ExpectedTxt(
              page.origin(debug), owner(name), expected, ExpectedTxt.Source.DEBUG_CHALLENGES));
    }
  }

  private static void traceback(Page page, TracebackContext traceback) {
    List<String> functions = new ArrayList<>();
    for (TerminalNode frame : traceback.FRAME()) {
      Matcher function = FRAME_FUNCTION.matcher(frame.getText().strip());
      if (function.find()) {
        functions.add(function.group(1));
      }
    }
    String last = traceback.EXCEPTION() == null ? "" : traceback.EXCEPTION().getText().strip();
    int colon = last.indexOf(": ");
    String exception = colon < 0 ? last : last.substring(0, colon);
    page.add(
        Outline.start(traceback),
        new Event.Traceback(
            page.origin(traceback),
            exception.isEmpty() || exception.indexOf(' ') >= 0 ? null : exception,
            colon < 0 ? "" : last.substring(colon + 2),
            functions));
    if (functions.isEmpty() && traceback.EXCEPTION() == null) {
      // its line ends are lost: the catalogue and the scanner may find more in what follows
      page.close(Outline.start(traceback), Outline.end(traceback.TRACEBACK()));
      return;
    }
    int end =
        traceback.EXCEPTION() == null
            ? Outline.end(traceback)
            : traceback.EXCEPTION().getSymbol().getStartIndex();
    page.close(Outline.start(traceback), end);
    page.understand(end, Outline.end(traceback));
  }
}
