package certbotdoctor.probe.dns.world;

import certbotdoctor.core.Slots;
import certbotdoctor.probe.ProbeDescriptor;
import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeResult;
import certbotdoctor.probe.dns.DnsProbeRunner;
import certbotdoctor.probe.dns.DnsProbes;
import certbotdoctor.probe.dns.DnsSettings;
import certbotdoctor.probe.dns.Resolvers;
import certbotdoctor.probe.dns.delegation.Names;
import certbotdoctor.probe.dns.dnssec.TrustAnchors;
import certbotdoctor.probe.dns.exchange.Limits;
import certbotdoctor.probe.dns.exchange.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Section;

/**
 * A root, a top-level domain, {@code example.test} on two servers and {@code provider.test} on one,
 * with a resolver that knows them all. Addresses are those of RFC 5737; each leads to a socket on
 * loopback. A question that the world does not define fails the test when the world is closed.
 */
public final class World implements AutoCloseable {
  /** When everything here happens. */
  public static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

  /** The two servers of example.test. */
  public static final String NS1 = "192.0.2.11";

  public static final String NS2 = "192.0.2.12";
  public static final String PROVIDER = "192.0.2.21";
  public static final String ROOT = "192.0.2.1";
  public static final String TLD = "192.0.2.2";
  public static final String RESOLVER = "192.0.2.53";
  public static final String PUBLIC = "192.0.2.54";

  private final Map<String, WorldServer> servers = new TreeMap<>();
  private final List<String> undefined = new CopyOnWriteArrayList<>();
  private List<InetSocketAddress> publicResolvers = List.of(address(PUBLIC));
  private TrustAnchors anchors = TrustAnchors.iana();
  private Limits limits =
      new Limits(
          Duration.ofMinutes(1), 5000, 256, 16, Duration.ofMillis(400), Duration.ofSeconds(1));

  /** The world in good order. */
  public World() {
    server(ROOT).serve(".", file("root.zone"));
    server(TLD).serve("test", file("test.zone"));
    server(NS1).serve("example.test", file("example.test.zone"));
    server(NS2).serve("example.test", file("example.test.zone"));
    server(PROVIDER).serve("provider.test", file("provider.test.zone"));
    server(RESOLVER).behave(this::recurse);
    server(PUBLIC).behave(this::recurse);
  }

  private static String file(String name) {
    try (InputStream in = World.class.getResourceAsStream("/world/" + name)) {
      return new String(in == null ? new byte[0] : in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server at an address; made where there is none. */
  public WorldServer server(String address) {
    return servers.computeIfAbsent(address, key -> new WorldServer(key, undefined::add));
  }

  /** Adds records to a zone on all its servers. */
  public World add(String zone, String records) {
    copies(zone).forEach(copy -> copy.add(records));
    return this;
  }

  /** Takes records from a zone on all its servers. */
  public World remove(String zone, String name, int type) {
    copies(zone).forEach(copy -> copy.remove(Name.fromConstantString(name + "."), type));
    return this;
  }

  List<ZoneData> copies(String zone) {
    Name apex = Name.fromConstantString(zone.equals(".") ? zone : zone + ".");
    return servers.values().stream()
        .map(server -> server.zones.get(apex))
        .filter(copy -> copy != null)
        .toList();
  }

  /** Judges DNSSEC from this anchor. */
  public World trust(TrustAnchors trusted) {
    this.anchors = trusted;
    return this;
  }

  /** Has no outside view. */
  public World withoutPublicResolvers() {
    this.publicResolvers = List.of();
    return this;
  }

  /** Asks within these limits. */
  public World limit(Limits other) {
    this.limits = other;
    return this;
  }

  /** What a resolver says that knows every zone. */
  private Message recurse(Message query, Transport transport, Message refused) {
    Name name = query.getQuestion().getName().canonicalize();
    Message answer = Behaviour.empty(query, 0);
    for (int labels = name.labels(); labels > 0; labels--) {
      Name apex = Names.ancestor(name, labels);
      List<ZoneData> copies = copies(apex.equals(Name.root) ? "." : apex.toString(true));
      if (!copies.isEmpty()) {
        copies.get(0).answer(name, query.getQuestion().getType(), answer);
        break;
      }
    }
    answer.getHeader().unsetFlag(Flags.AA);
    answer.getHeader().setFlag(Flags.RA);
    if (query.getOPT() != null) {
      answer.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
    }
    return answer;
  }

  /** The way to this world's sockets. */
  public WorldNetwork network() {
    return new WorldNetwork(address -> socket(address), undefined::add);
  }

  private Optional<InetSocketAddress> socket(String address) {
    return Optional.ofNullable(servers.get(address)).map(WorldServer::socket);
  }

  /** What a runner in this world is given. */
  public DnsSettings settings() {
    return new DnsSettings(
        List.of(address(RESOLVER)),
        publicResolvers,
        anchors,
        limits,
        1,
        Clock.fixed(NOW, ZoneOffset.UTC),
        asked -> {});
  }

  private static InetSocketAddress address(String text) {
    return Resolvers.parse(text).orElseThrow();
  }

  /** Runs one probe; checks that it keeps to its descriptor. */
  public ProbeResult probe(String probe, String... slots) {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < slots.length; i += 2) {
      map.put(slots[i], slots[i + 1]);
    }
    ProbeRequest request = new ProbeRequest(probe, Slots.of(map));
    try (WorldNetwork network = network()) {
      ProbeResult result =
          new DnsProbeRunner(settings(), network).run(List.of(request)).get(request);
      if (result == null) {
        throw new AssertionError("no result for " + request);
      }
      return checked(result);
    }
  }

  private static ProbeResult checked(ProbeResult result) {
    ProbeDescriptor descriptor =
        DnsProbes.descriptors().stream()
            .filter(one -> one.id().equals(result.request().probe()))
            .findFirst()
            .orElseThrow();
    boolean own = descriptor.outcomes().contains(result.outcome().id());
    Collection<String> names = result.facts().values().keySet();
    if (own && !descriptor.facts().containsAll(names)) {
      throw new AssertionError("facts outside the descriptor: " + result.facts());
    }
    return result;
  }

  @Override
  public void close() {
    servers.values().forEach(WorldServer::close);
    if (!undefined.isEmpty()) {
      throw new AssertionError("questions that the world does not define: " + undefined);
    }
  }
}
