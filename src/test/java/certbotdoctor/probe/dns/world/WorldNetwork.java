package certbotdoctor.probe.dns.world;

import certbotdoctor.probe.dns.exchange.Access;
import certbotdoctor.probe.dns.exchange.Delivery;
import certbotdoctor.probe.dns.exchange.LiveNetwork;
import certbotdoctor.probe.dns.exchange.Network;
import certbotdoctor.probe.dns.exchange.PublicAddress;
import certbotdoctor.probe.dns.exchange.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.xbill.DNS.Message;

/** Leads the addresses of a world to its sockets on loopback, through the real network code. */
public final class WorldNetwork implements Network, AutoCloseable {
  private final LiveNetwork live =
      new LiveNetwork(Set.of(), true, Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final Function<String, Optional<InetSocketAddress>> sockets;
  private final Consumer<String> undefined;
  private final List<String> sent = new CopyOnWriteArrayList<>();

  WorldNetwork(Function<String, Optional<InetSocketAddress>> sockets, Consumer<String> undefined) {
    this.sockets = sockets;
    this.undefined = undefined;
  }

  /** The addresses for documentation stand for public ones here. */
  @Override
  public Access access(InetAddress address) {
    String text = address.getHostAddress();
    boolean documentation = text.startsWith("192.0.2.") || text.startsWith("2001:db8:");
    return documentation || PublicAddress.is(address) ? Access.ASK : Access.NOT_PUBLIC;
  }

  @Override
  public CompletableFuture<Delivery> send(
      Message query, InetSocketAddress server, Transport transport, List<Duration> waits) {
    String address = server.getAddress().getHostAddress();
    sent.add(query.getQuestion().getName() + " @" + address + " " + transport.id());
    Optional<InetSocketAddress> socket = sockets.apply(address);
    if (socket.isPresent()) {
      return live.send(query, socket.get(), transport, waits);
    }
    if (!address.startsWith("2001:db8:")) {
      undefined.accept(query.getQuestion() + " at " + address);
    }
    return CompletableFuture.completedFuture(
        new Delivery(Delivery.Fate.UNREACHABLE, null, "no route", World.NOW, 0));
  }

  /** What was sent so far: name, address, transport. */
  public List<String> sent() {
    return sent;
  }

  @Override
  public void close() {
    live.close();
  }
}
