package certbotdoctor.run;

import certbotdoctor.core.ChallengeType;
import certbotdoctor.core.SourceSpan;
import certbotdoctor.core.SymptomCode;
import certbotdoctor.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The problems of one subject; the same one told again only adds its place. */
final class ProblemList {
  private static final class Entry {
    final Event.CaProblem first;
    @Nullable ChallengeType challenge;
    boolean structured;
    final List<SourceSpan> spans = new ArrayList<>();

    Entry(Event.CaProblem first) {
      this.first = first;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private int reported;
  private boolean nonceIsLast;

  /** Adds a problem. */
  void add(Event.CaProblem problem) {
    nonceIsLast =
        problem.channel() != Event.Channel.JSON && !"DEBUG".equals(problem.origin().level());
    reported += problem.channel() == Event.Channel.REPORT ? 1 : 0;
    Entry entry = find(problem);
    if (entry == null) {
      entry = new Entry(problem);
      entries.add(entry);
    }
    entry.challenge = entry.challenge == null ? problem.challenge() : entry.challenge;
    entry.structured |= problem.channel() == Event.Channel.JSON;
    if (!entry.spans.contains(problem.origin().span())) {
      entry.spans.add(problem.origin().span());
    }
  }

  private @Nullable Entry find(Event.CaProblem problem) {
    if (entries.isEmpty()) {
      return null;
    }
    String key = key(problem.text().detail());
    for (Entry entry : entries) {
      String known = key(entry.first.text().detail());
      if (known.equals(key)
          || (!key.isEmpty() && !known.isEmpty() && (known.contains(key) || key.contains(known)))) {
        return entry;
      }
    }
    return null;
  }

  private static String key(String detail) {
    return detail.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
  }

  /** How many blocks of certbot's report were added. */
  int reported() {
    return reported;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The problems, in order; a rejected nonce only where nothing else went wrong. */
  List<Problem> problems() {
    List<Problem> all =
        entries.stream()
            .map(
                e ->
                    new Problem(
                        e.first.text(), e.challenge, e.structured, e.first.origin().at(), e.spans))
            .toList();
    List<Problem> serious = all.stream().filter(p -> !isNonce(p)).toList();
    return serious.isEmpty() ? all : serious;
  }

  /** Whether something went wrong; a rejected nonce counts where it is the client's last word. */
  boolean failed() {
    return !isEmpty() && (nonceIsLast || problems().stream().anyMatch(p -> !isNonce(p)));
  }

  static boolean isNonce(Problem problem) {
    return problem.text().symptoms().get(0).code() == SymptomCode.NONCE;
  }
}
