package certbotdoctor.probe.dns.exchange;

import java.time.Duration;

/**
 * How much may be asked, how fast, and how long to wait.
 *
 * @param budget wall time for all questions together, from the first one
 * @param queries questions in all
 * @param inFlight questions that wait for a response at the same time; each UDP one holds a socket
 * @param perServer the same for one address and port
 * @param first how long the first attempt waits
 * @param retry how long the second attempt waits, after a lost UDP datagram; a server that let both
 *     pass once is not waited for again so long
 */
public record Limits(
    Duration budget, int queries, int inFlight, int perServer, Duration first, Duration retry) {

  /** Manners for the public Internet within a budget. */
  public static Limits within(Duration budget) {
    return new Limits(budget, 50_000, 256, 16, Duration.ofSeconds(1), Duration.ofSeconds(2));
  }
}
