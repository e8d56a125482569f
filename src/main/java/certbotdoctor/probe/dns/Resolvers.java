package certbotdoctor.probe.dns;

import certbotdoctor.probe.dns.exchange.NameServer;
import certbotdoctor.probe.dns.exchange.PublicAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Address;
import org.xbill.DNS.ResolverConfig;

/** Addresses of resolvers: the system's, and those that a user writes. */
public final class Resolvers {
  private Resolvers() {}

  /** The resolvers that this host is configured to use ({@code /etc/resolv.conf}); may be empty. */
  public static List<InetSocketAddress> ofSystem() {
    return ResolverConfig.getCurrentConfig().servers().stream()
        .filter(server -> server.getAddress() != null)
        .toList();
  }

  /**
   * Reads {@code ADDR[:PORT]}: an IPv4 address, or an IPv6 one, in brackets where a port follows.
   *
   * @return the address; empty for anything else, also for a host name
   */
  public static Optional<InetSocketAddress> parse(String text) {
    boolean bracketed = text.startsWith("[") && text.contains("]");
    int colon = bracketed ? text.indexOf("]:") + 1 : text.lastIndexOf(':');
    boolean hasPort = bracketed ? colon > 0 : colon >= 0 && text.indexOf(':') == colon;
    String host = hasPort ? text.substring(0, colon) : text;
    if (bracketed && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    try {
      int port = hasPort ? Integer.parseInt(text.substring(colon + 1)) : NameServer.PORT;
      return port < 1 || port > 0xFFFF
          ? Optional.empty()
          : Optional.of(new InetSocketAddress(Address.getByAddress(host), port));
    } catch (UnknownHostException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether resolvers that a user names show a laboratory or an internal CA, whose servers may well
   * be at private addresses.
   */
  public static boolean areInternal(Collection<InetSocketAddress> named) {
    return named.stream().map(InetSocketAddress::getAddress).anyMatch(Resolvers::isInternal);
  }

  private static boolean isInternal(InetAddress address) {
    return !PublicAddress.is(address);
  }
}
