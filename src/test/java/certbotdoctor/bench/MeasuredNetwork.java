package certbotdoctor.bench;

import certbotdoctor.probe.dns.exchange.Access;
import certbotdoctor.probe.dns.exchange.Delivery;
import certbotdoctor.probe.dns.exchange.LiveNetwork;
import certbotdoctor.probe.dns.exchange.Network;
import certbotdoctor.probe.dns.exchange.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.Message;

/** The program's own network code towards simulated servers, counted. */
final class MeasuredNetwork implements Network, AutoCloseable {
  static final String RESOLVER = "192.0.2.53";
  static final String PUBLIC = "192.0.2.54";

  private final LiveNetwork live = new LiveNetwork(Set.of(), true, Clock.systemUTC());
  private final Map<String, SimulatedServer> servers = new TreeMap<>();
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  MeasuredNetwork(SimulatedZones zones, Duration latency) throws IOException {
    for (String address : List.of(SimulatedZones.TOP, RESOLVER, PUBLIC)) {
      servers.put(address, new SimulatedServer(query -> zones.answer(address, query), latency));
    }
    for (String address : SimulatedZones.HOSTS) {
      servers.put(address, new SimulatedServer(query -> zones.answer(address, query), latency));
    }
  }

  @Override
  public Access access(InetAddress address) {
    return Access.ASK;
  }

  @Override
  public CompletableFuture<Delivery> send(
      Message query, InetSocketAddress server, Transport transport, List<Duration> waits) {
    String address = server.getAddress().getHostAddress();
    SimulatedServer simulated = servers.get(address);
    if (simulated == null) {
      throw new IllegalStateException("nobody is at " + address);
    }
    asked.computeIfAbsent(address, key -> new AtomicInteger()).incrementAndGet();
    most.accumulateAndGet(open.incrementAndGet(), Math::max);
    return live.send(query, simulated.socket(), transport, waits)
        .whenComplete((delivery, error) -> open.decrementAndGet());
  }

  /** Questions in all. */
  int asked() {
    return asked.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  /** Questions to the server that was asked most. */
  int askedMost() {
    return asked.values().stream().mapToInt(AtomicInteger::get).max().orElse(0);
  }

  /** Questions, and so sockets, that were open at the same time. */
  int mostOpen() {
    return most.get();
  }

  @Override
  public void close() throws IOException {
    live.close();
    for (SimulatedServer server : servers.values()) {
      server.close();
    }
  }
}
