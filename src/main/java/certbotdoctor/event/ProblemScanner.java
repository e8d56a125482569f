package certbotdoctor.event;

import certbotdoctor.ca.CaText;
import certbotdoctor.ca.CaTextReader;
import certbotdoctor.ca.CaTrigger;
import certbotdoctor.event.Event.Channel;
import certbotdoctor.event.Event.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a CA said in free text: exceptions, error lines, logs of other ACME clients. It looks
 * for the words by which a CA's text begins, finds its end by the quotation or paragraph around it,
 * and its identifier by the words before it.
 */
final class ProblemScanner {
  private static final Pattern BRACKETED = Pattern.compile("\\[([^\\s\\[\\]\"']{1,253})\\]");
  private static final Pattern SPOKEN_OF =
      Pattern.compile(
          "(?:for domain|for|domain|domains|identifier|Updating challenge for|Problem for|host|certificate)[\\s:=]+[\"'`\\[(]*(?:dns:)?((?:\\*\\.)?[^\\s\"'`\\[\\](),:;=]+\\.[^\\s\"'`\\[\\](),:;=]+)");
  private static final Pattern LEADING =
      Pattern.compile(
          "(?:^|[\\s\\]])((?:\\*\\.)?[\\w\\-{}<>.]+\\.[\\w\\-{}<>]+):\\s?(?:[A-Z][a-z]+ error|Verify error|Domain could not|Invalid status|Authorization)");
  private static final Pattern KEY_VALUE =
      Pattern.compile(
          "(?:identifier|domain|dnsName|Identifier)\"?[=:]\\s?\\[?\"?(?:dns:)?((?:\\*\\.)?[^\\s\"\\],]+\\.[^\\s\"\\],]+)");
  private static final Pattern OWN_URL =
      Pattern.compile(
          "(?:Invalid response from|Fetching) https?://[^/\\s\"']{1,253}/(?:dir|directory|acme|v2)(?=[/\\s\"',:.)]|$)");
  private static final Pattern DETAIL =
      Pattern.compile("[\"'”“]?[,;]?\\s*u?[\"'”“]?detail[\"'”“]?\\s*[:=]\\s*u?[\"'“]");
  private static final Pattern NEW_ENTRY =
      Pattern.compile(
          "\\s(?=Problem for \\S{1,253}: urn:)|\\n(?=\\[|\\d{4}[-/]|\\s*\\+ |time=|\\{|[-=*]{3}|\\[?[A-Z][a-z]{2} |\\s*[\"}\\]]|(?:TRC|DBG|INF|WRN|ERR|DEBUG|INFO|WARN|ERROR)\\b)");

  private static final Pattern PARENTHESES =
      Pattern.compile("(urn:[^\\s()]{1,100}) \\(([^()]{1,200})\\) \\((.*)\\)");

  /** Ansible's {@code Error urn:…: "detail"} and {@code Error "title" (urn:…): "detail"}. */
  private static final Pattern QUOTED_DETAIL =
      Pattern.compile(
          "(urn:[^\\s()\"]{1,100}?)\\)?: \"(.*?)\"(?:[.;,](?:\\s.*)?| Subproblems:.*|[.]\",?)?");

  private final CaTextReader texts;

  ProblemScanner(CaTextReader texts) {
    this.texts = texts;
  }

  /**
   * A CA's text in a text.
   *
   * @param start offset of its first character
   * @param end offset after its last
   */
  record Found(int start, int end, @Nullable String identifier, CaText text) {}

  /** Adds an event for each CA text in a string that stands as a whole at one place. */
  void scan(String text, Origin origin, @Nullable String identifier, List<Event> events) {
    for (Found found : find(text)) {
      String name = found.identifier() == null ? identifier : found.identifier();
      events.add(new Event.CaProblem(origin, name, null, found.text(), Channel.MESSAGE));
    }
  }

  /** The CA texts of a string, in order. */
  List<Found> find(String text) {
    List<Found> found = new ArrayList<>();
    Places paragraphs = new Places(text, "\n\n");
    Places escapedLines = new Places(text, "\\n[");
    int from = 0;
    int start;
    while ((start = trigger(text, from)) >= 0) {
      int limit = Math.min(paragraphs.next(start), escapedLines.next(start));
      int end = Math.max(start + 1, end(text, start, limit));
      CaText read = texts.read(null, words(text, start, end));
      Matcher detail = DETAIL.matcher(text).region(end, Math.min(text.length(), end + 200));
      if (read.detail().isEmpty() && detail.lookingAt()) {
        // "type" and "detail" in a notation that is not quite JSON
        int begin = detail.end();
        end = Math.max(begin + 1, Quotation.end(text, begin));
        read = texts.read(read.type(), words(text, begin, end));
      }
      found.add(new Found(start, end, identifier(text, from, start), read));
      from = end;
    }
    return found;
  }

  /** The next place that is a CA's; a client that quotes the CA's own URL tells of no challenge. */
  private static int trigger(String text, int from) {
    int start = CaTrigger.find(text, from);
    while (start >= 0 && OWN_URL.matcher(text).region(start, text.length()).lookingAt()) {
      start = CaTrigger.find(text, start + 1);
    }
    return start;
  }

  private static String words(String text, int start, int end) {
    String words = Quotation.unescaped(text, start, end).replaceAll("\\s*\\n\\s*", " ").strip();
    // Perl's Net::ACME2 puts description and detail into parentheses
    Matcher parts = PARENTHESES.matcher(words);
    if (parts.matches()) {
      return parts.group(1) + " :: " + parts.group(2) + " :: " + parts.group(3);
    }
    Matcher quoted = QUOTED_DETAIL.matcher(words);
    return quoted.matches() ? quoted.group(1) + " :: " + quoted.group(2) : words;
  }

  /** The end of the quotation that a CA text stands in, else of its paragraph. */
  private static int end(String text, int start, int limit) {
    int end = Math.min(limit, Quotation.end(text, start));
    Matcher entry = NEW_ENTRY.matcher(text).region(start, end);
    return entry.find() ? entry.start() : end;
  }

  /** Where a string stands in a text, asked for in ascending order. */
  private static final class Places {
    private final String text;
    private final String wanted;
    private int found = -1;

    Places(String text, String wanted) {
      this.text = text;
      this.wanted = wanted;
    }

    /** The next place, the end of the text where there is none. */
    int next(int from) {
      if (found < from) {
        int at = text.indexOf(wanted, from);
        found = at < 0 ? text.length() : at;
      }
      return found;
    }
  }

  /** The last name that the words between two offsets speak of. */
  private static @Nullable String identifier(String text, int from, int to) {
    String reach = text.substring(Math.max(from, to - 600), to);
    String before = reach.substring(Math.max(0, reach.lastIndexOf("\n\n")));
    String name = last(BRACKETED, before, true);
    if (name == null) {
      name = last(LEADING, before + text.substring(to, Math.min(text.length(), to + 24)), false);
    }
    if (name == null) {
      name = last(SPOKEN_OF, before, true);
    }
    if (name == null) {
      int begin = Lines.start(text, to, Lines.REACH);
      name = last(KEY_VALUE, text.substring(begin, Lines.end(text, to, Lines.REACH)), true);
    }
    return name;
  }

  private static @Nullable String last(Pattern pattern, String text, boolean namesOnly) {
    Matcher matcher = pattern.matcher(text);
    String name = null;
    while (matcher.find()) {
      String candidate = Names.bare(matcher.group(1));
      if (!namesOnly || Names.plausible(candidate)) {
        name = candidate;
      }
    }
    return name;
  }
}
