package certbotdoctor.probe.dns;

import certbotdoctor.probe.dns.check.Scene;
import certbotdoctor.probe.dns.dnssec.TrustAnchors;
import certbotdoctor.probe.dns.exchange.Limits;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a run of DNS probes is given.
 *
 * @param resolvers where walks begin, in order of preference; also the local view
 * @param publicResolvers the outside view; empty for none
 * @param anchors where DNSSEC begins
 * @param limits how much, how fast, how long
 * @param seed decides the random case of query names
 * @param clock the time at which signatures are judged and results are stamped
 * @param progress told what is being asked, on any thread
 */
public record DnsSettings(
    List<InetSocketAddress> resolvers,
    List<InetSocketAddress> publicResolvers,
    TrustAnchors anchors,
    Limits limits,
    long seed,
    Clock clock,
    Consumer<String> progress) {
  /** Copies the lists. */
  public DnsSettings {
    resolvers = List.copyOf(resolvers);
    publicResolvers = List.copyOf(publicResolvers);
  }

  Scene scene() {
    return new Scene(
        resolvers.stream().map(NameServer::resolver).toList(),
        publicResolvers.stream().map(NameServer::resolver).toList(),
        anchors,
        clock);
  }
}
