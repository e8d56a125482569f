package certbotdoctor.probe.dns;

import certbotdoctor.probe.Exchange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives exchanges names that depend on what was asked, not on the order in which it was. */
final class ExchangeIds {
  private final Map<String, Exchange> named = new HashMap<>();

  /** Names those exchanges that have no name yet. */
  void name(Collection<Exchange> exchanges) {
    List<Exchange> sorted = new ArrayList<>(exchanges);
    sorted.sort(Comparator.comparing(Exchange::key).thenComparing(Exchange::server));
    for (Exchange exchange : sorted) {
      String key = exchange.key();
      if (!named.containsKey(key)) {
        named.put(key, exchange.named("X" + (named.size() + 1), exchange.server()));
      }
    }
  }

  /** The named ones of a trace, each once, in order. */
  List<Exchange> of(Collection<Exchange> trace) {
    return trace.stream().map(one -> named.getOrDefault(one.key(), one)).distinct().toList();
  }
}
