package certbotdoctor.cli;

import certbotdoctor.probe.dns.DnsSettings;
import certbotdoctor.probe.dns.Resolvers;
import certbotdoctor.probe.dns.dnssec.TrustAnchors;
import certbotdoctor.probe.dns.exchange.Limits;
import certbotdoctor.probe.dns.exchange.LiveNetwork;
import certbotdoctor.probe.dns.watch.Panel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Opens the way to servers that are asked again and again. */
final class Panels {
  /** One look: each server answers within a second or, after a lost datagram, another one. */
  private static final Limits LOOK =
      new Limits(
          Duration.ofSeconds(15), 2000, 128, 8, Duration.ofSeconds(1), Duration.ofSeconds(1));

  private Panels() {}

  /**
   * A panel of all servers.
   *
   * @param named resolvers that the user named; empty for the system's
   * @param further addresses that may be asked as well, whatever they are
   */
  static Panel open(List<InetSocketAddress> named, List<InetSocketAddress> further, Clock clock) {
    List<InetSocketAddress> used = named.isEmpty() ? Resolvers.ofSystem() : named;
    Set<InetAddress> trusted = new HashSet<>();
    used.forEach(one -> trusted.add(one.getAddress()));
    further.forEach(one -> trusted.add(one.getAddress()));
    DnsSettings settings =
        new DnsSettings(
            used, List.of(), new TrustAnchors(List.of()), LOOK, clock.millis(), clock, asked -> {});
    return new Panel(settings, new LiveNetwork(trusted, Resolvers.areInternal(named), clock));
  }
}
