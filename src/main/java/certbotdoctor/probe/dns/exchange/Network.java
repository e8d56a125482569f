package certbotdoctor.probe.dns.exchange;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Message;

/** The only way out of the program for DNS, and the only place that decides who may be asked. */
public interface Network {
  /**
   * Whether an address may be asked; {@link DnsClient} never sends to one that may not.
   *
   * @param address of a name server or resolver
   */
  Access access(InetAddress address);

  /**
   * Sends one message, again if nothing comes back and there is a further wait.
   *
   * @param query the message, ready for the wire
   * @param server address and port
   * @param transport UDP or TCP; a truncated response is given as it is
   * @param waits how long each attempt waits; at least one
   * @return what came of it; completes exceptionally only for a bug
   */
  CompletableFuture<Delivery> send(
      Message query, InetSocketAddress server, Transport transport, List<Duration> waits);

  /** A network on which nothing may be sent. */
  static Network offline() {
    return new Network() {
      @Override
      public Access access(InetAddress address) {
        return Access.OFFLINE;
      }

      @Override
      public CompletableFuture<Delivery> send(
          Message query, InetSocketAddress server, Transport transport, List<Duration> waits) {
        return CompletableFuture.completedFuture(
            new Delivery(Delivery.Fate.UNREACHABLE, null, "offline", Instant.EPOCH, 0));
      }
    };
  }
}
