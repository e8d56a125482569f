package certbotdoctor.probe.dns.exchange;

import java.time.Duration;

/**
 * How much may be asked, how fast, and how long to wait.
 *
 * @param budget wall time for all questions together, from the first one
 * @param queries questions in all
 * @param octets size of all answers together; one answer has 65,535 at most (RFC 1035 section
 *     4.2.2)
 * @param inFlight questions that wait for a response at the same time; each holds a socket
 * @param perServer the same for one address and port
 * @param perSecond questions a second to one address and port, once as many have been asked
 * @param first how long the first attempt waits
 * @param retry how long the second attempt waits, after a lost UDP datagram; a server that let both
 *     pass once is not waited for again so long
 */
public record Limits(
    Duration budget,
    int queries,
    long octets,
    int inFlight,
    int perServer,
    int perSecond,
    Duration first,
    Duration retry) {
  private static final int QUERIES = 50_000;
  private static final long OCTETS = 64L << 20;
  private static final int PER_SECOND = 250;

  /** Limits with the usual rate and size. */
  public Limits(
      Duration budget, int queries, int inFlight, int perServer, Duration first, Duration retry) {
    this(budget, queries, OCTETS, inFlight, perServer, PER_SECOND, first, retry);
  }

  /** Manners for the public Internet within a budget. */
  public static Limits within(Duration budget) {
    return new Limits(
        budget, QUERIES, OCTETS, 256, 16, PER_SECOND, Duration.ofSeconds(1), Duration.ofSeconds(2));
  }
}
