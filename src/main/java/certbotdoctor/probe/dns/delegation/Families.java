package certbotdoctor.probe.dns.delegation;

import certbotdoctor.probe.dns.exchange.DnsAnswer;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** Tells an address family that this host cannot use from servers that are down. */
public final class Families {
  private Families() {}

  /**
   * The servers of a family over which nothing at all came back, while the other one works. They
   * say something of this host, not of the servers.
   */
  public static NavigableSet<NameServer> excused(Map<NameServer, DnsAnswer> answers) {
    NavigableSet<NameServer> excused = new TreeSet<>();
    for (boolean ipv6 : new boolean[] {false, true}) {
      if (!heard(answers, ipv6) && heard(answers, !ipv6)) {
        answers.keySet().stream().filter(one -> one.isIpv6() == ipv6).forEach(excused::add);
      }
    }
    return excused;
  }

  private static boolean heard(Map<NameServer, DnsAnswer> answers, boolean ipv6) {
    return answers.entrySet().stream()
        .anyMatch(one -> one.getKey().isIpv6() == ipv6 && !one.getValue().kind().isSilent());
  }

  /** The family of excused servers, {@code IPv4} or {@code IPv6}; empty text for none. */
  public static String name(SortedSet<NameServer> excused) {
    return excused.isEmpty() ? "" : excused.first().isIpv6() ? "IPv6" : "IPv4";
  }
}
