package certbotdoctor.probe.dns.watch;

import certbotdoctor.probe.Exchange;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one server had at one moment.
 *
 * @param server the server
 * @param state whether it spoke about the name at all
 * @param values the TXT values; none where there is no record
 * @param version the version of the zone at that server, where it told
 * @param exchange the evidence, not yet named
 */
public record Look(
    NameServer server,
    State state,
    List<String> values,
    @Nullable Version version,
    Exchange exchange) {
  /** How a server meets a question. */
  public enum State {
    /** It has records, or says that there are none. */
    ANSWERED,
    /** It refuses, fails, or answers with something else. */
    ERROR,
    /** Nothing came back. */
    SILENT
  }

  /** Copies the values. */
  public Look {
    values = List.copyOf(values);
  }

  /** When it was asked: what it lacks, it lacked from then on. */
  public Instant asked() {
    return exchange.at();
  }

  /** When the answer was there: what it has, it had by then. */
  public Instant answered() {
    return exchange.at().plusMillis(exchange.millis());
  }

  /** Whether it has all of some values. */
  public boolean has(Collection<String> wanted) {
    return state == State.ANSWERED && values.containsAll(wanted);
  }

  /** The same with a version that was asked for separately. */
  Look with(Version told) {
    return new Look(server, state, values, told, exchange);
  }
}
