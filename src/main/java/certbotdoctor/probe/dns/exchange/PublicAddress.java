package certbotdoctor.probe.dns.exchange;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/** Which addresses the public Internet routes: the special-purpose registries of RFC 6890. */
public final class PublicAddress {
  private record Block(int first, int second, int bits) {
    boolean holds(byte[] address) {
      int head = (address[0] & 0xFF) << 8 | (address[1] & 0xFF);
      return (head ^ (first << 8 | second)) >>> (16 - bits) == 0;
    }
  }

  /** Blocks that two bytes decide: "this network", private, shared, loopback, link, benchmark. */
  private static final List<Block> IPV4 =
      List.of(
          new Block(0, 0, 8),
          new Block(10, 0, 8),
          new Block(100, 64, 10),
          new Block(127, 0, 8),
          new Block(169, 254, 16),
          new Block(172, 16, 12),
          new Block(192, 168, 16),
          new Block(198, 18, 15),
          new Block(224, 0, 3));

  /** Blocks of 24 bits: protocol assignments and the three for documentation (RFC 5737). */
  private static final List<Integer> IPV4_24 = List.of(0xC00000, 0xC00002, 0xC63364, 0xCB0071);

  private PublicAddress() {}

  /** Whether an address can be that of a public server. */
  public static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    int head = (bytes[0] & 0xFF) << 16 | (bytes[1] & 0xFF) << 8 | (bytes[2] & 0xFF);
    return IPV4.stream().noneMatch(block -> block.holds(bytes)) && !IPV4_24.contains(head);
  }

  /** Global unicast is 2000::/3; 2001:db8::/32 (RFC 3849) and 3fff::/20 (RFC 9637) document. */
  private static boolean isPublic6(byte[] bytes) {
    int first = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    int second = (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF);
    boolean documentation =
        (first == 0x2001 && second == 0x0db8) || (first == 0x3fff && second < 0x1000);
    return first >>> 13 == 1 && !documentation;
  }
}
