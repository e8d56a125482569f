package certbotdoctor.probe.dns.check;

import certbotdoctor.probe.dns.dnssec.TrustAnchors;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.time.Clock;
import java.util.List;

/**
 * What is the same for all checks of a run.
 *
 * @param resolvers where walks begin; at least one
 * @param publicResolvers the outside view; may be empty
 * @param anchors where DNSSEC begins
 * @param clock the time at which signatures are judged
 */
public record Scene(
    List<NameServer> resolvers,
    List<NameServer> publicResolvers,
    TrustAnchors anchors,
    Clock clock) {
  /** Copies the lists. */
  public Scene {
    resolvers = List.copyOf(resolvers);
    publicResolvers = List.copyOf(publicResolvers);
  }
}
