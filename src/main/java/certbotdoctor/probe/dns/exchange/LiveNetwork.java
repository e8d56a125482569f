package certbotdoctor.probe.dns.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.WireParseException;

/**
 * Real sockets, through dnsjava's selector and two threads of its own: the common pool of a host
 * with two cores would start a thread for each query.
 */
public final class LiveNetwork implements Network, AutoCloseable {
  private static final int THREADS = 2;

  private final Set<InetAddress> trusted;
  private final boolean lab;
  private final Clock clock;
  private final ExecutorService executor;

  /**
   * Opens the network.
   *
   * @param trusted addresses that may be asked whatever they are: the resolvers of the user or the
   *     system
   * @param lab whether private and loopback addresses may be asked as well: the user gave a
   *     resolver that is itself such an address, so the zones are a laboratory's or internal
   * @param clock stamps what is sent
   */
  public LiveNetwork(Set<InetAddress> trusted, boolean lab, Clock clock) {
    this.trusted = Set.copyOf(trusted);
    this.lab = lab;
    this.clock = clock;
    this.executor =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "dns");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public Access access(InetAddress address) {
    return lab || trusted.contains(address) || PublicAddress.is(address)
        ? Access.ASK
        : Access.NOT_PUBLIC;
  }

  @Override
  public CompletableFuture<Delivery> send(
      Message query, InetSocketAddress server, Transport transport, List<Duration> waits) {
    return attempt(query, server, transport, waits.get(0))
        .thenCompose(
            delivery ->
                delivery.fate() == Delivery.Fate.TIMEOUT && waits.size() > 1
                    ? send(query, server, transport, waits.subList(1, waits.size()))
                        .thenApply(later -> later.after(delivery))
                    : CompletableFuture.completedFuture(delivery));
  }

  private CompletableFuture<Delivery> attempt(
      Message query, InetSocketAddress server, Transport transport, Duration timeout) {
    SimpleResolver resolver = new SimpleResolver(server);
    resolver.setTCP(transport == Transport.TCP);
    resolver.setIgnoreTruncation(true);
    resolver.setEDNS(-1); // the query carries its own OPT record, or none on purpose
    resolver.setTimeout(timeout);
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    long started = System.nanoTime();
    return resolver
        .sendAsync(query, executor)
        .handleAsync(
            (message, error) -> {
              long millis = (System.nanoTime() - started) / 1_000_000;
              return error == null
                  ? new Delivery(Delivery.Fate.RESPONSE, message, "", at, millis)
                  : failure(error, at, millis);
            },
            executor)
        .toCompletableFuture();
  }

  private static Delivery failure(Throwable error, Instant at, long millis) {
    Throwable cause =
        error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    if (!(cause instanceof IOException)) {
      throw new CompletionException(cause);
    }
    return new Delivery(fate(cause), null, reason(cause.getMessage()), at, millis);
  }

  private static String reason(@Nullable String message) {
    return message == null ? "no reason given" : message;
  }

  private static Delivery.Fate fate(Throwable cause) {
    if (cause instanceof SocketTimeoutException) {
      return Delivery.Fate.TIMEOUT;
    }
    return cause instanceof WireParseException
        ? Delivery.Fate.MALFORMED
        : Delivery.Fate.UNREACHABLE;
  }

  /** Ends the threads; queries in flight are dropped. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
