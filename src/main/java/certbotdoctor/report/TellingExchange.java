package certbotdoctor.report;

import certbotdoctor.core.Slots;
import certbotdoctor.diagnose.Evidence;
import certbotdoctor.probe.Exchange;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of a finding's exchanges shows it best: the one that a reader is sent to. */
final class TellingExchange {
  /** Facts that name what a finding is about, the most exact first. */
  private static final List<String> OWNERS = List.of("at", "level", "target", "name", "zone");

  private TellingExchange() {}

  /** The id of the exchange about the name and, where one is named, of the server of a sentence. */
  static @Nullable String of(Evidence.Observed seen) {
    String says = seen.says().plain();
    Slots facts = seen.result().facts();
    return seen.result().trace().stream()
        .min(
            Comparator.<Exchange>comparingInt(one -> says.contains(one.address()) ? 0 : 1)
                .thenComparingInt(one -> owner(one, facts))
                .thenComparingInt(one -> one.options().contains("recurse") ? 1 : 0))
        .map(Exchange::id)
        .orElse(null);
  }

  private static int owner(Exchange exchange, Slots facts) {
    String asked = exchange.question().substring(0, exchange.question().indexOf(' '));
    for (int i = 0; i < OWNERS.size(); i++) {
      if (asked.equals(facts.get(OWNERS.get(i), "") + ".")) {
        return i;
      }
    }
    return OWNERS.size();
  }
}
