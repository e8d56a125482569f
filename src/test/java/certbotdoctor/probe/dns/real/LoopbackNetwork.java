package certbotdoctor.probe.dns.real;

import certbotdoctor.probe.dns.exchange.Access;
import certbotdoctor.probe.dns.exchange.Delivery;
import certbotdoctor.probe.dns.exchange.LiveNetwork;
import certbotdoctor.probe.dns.exchange.Network;
import certbotdoctor.probe.dns.exchange.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Message;

/** The real network, for loopback addresses only. */
final class LoopbackNetwork implements Network, AutoCloseable {
  private final LiveNetwork live = new LiveNetwork(Set.of(), true, Clock.systemUTC());

  @Override
  public Access access(InetAddress address) {
    return address.isLoopbackAddress() ? Access.ASK : Access.NOT_PUBLIC;
  }

  @Override
  public CompletableFuture<Delivery> send(
      Message query, InetSocketAddress server, Transport transport, List<Duration> waits) {
    if (!server.getAddress().isLoopbackAddress()) {
      throw new IllegalStateException("not on loopback: " + server);
    }
    return live.send(query, server, transport, waits);
  }

  @Override
  public void close() {
    live.close();
  }
}
