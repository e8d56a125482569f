package certbotdoctor.probe.dns.exchange;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;

/**
 * One address of one name server, or a resolver.
 *
 * @param host its name without trailing dot, or its address where it has none
 * @param address where to ask
 */
public record NameServer(String host, InetSocketAddress address) implements Comparable<NameServer> {
  /** The port of DNS (RFC 1035 section 4.2). */
  public static final int PORT = 53;

  private static final Comparator<NameServer> ORDER =
      Comparator.comparing(NameServer::isIpv6)
          .thenComparing(NameServer::host)
          .thenComparing(NameServer::at);

  /** A server at the usual port. */
  public static NameServer of(String host, InetAddress address) {
    return new NameServer(host, new InetSocketAddress(address, PORT));
  }

  /** A resolver, known by its address only. */
  public static NameServer resolver(InetSocketAddress address) {
    return new NameServer(text(address), address);
  }

  /** Whether it is asked over IPv6. */
  public boolean isIpv6() {
    return address.getAddress() instanceof Inet6Address;
  }

  /** Address and, where not 53, port. */
  public String at() {
    return text(address);
  }

  /** Name and address for a reader, for example {@code ns1.example.net (192.0.2.53)}. */
  public String label() {
    return host.equals(at()) ? host : host + " (" + at() + ")";
  }

  /** IPv4 before IPv6, then by name and address. */
  @Override
  public int compareTo(NameServer other) {
    return ORDER.compare(this, other);
  }

  static String text(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    if (address.getPort() == PORT) {
      return host;
    }
    String bracketed = address.getAddress() instanceof Inet6Address ? "[" + host + "]" : host;
    return bracketed + ":" + address.getPort();
  }
}
