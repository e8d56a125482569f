package certbotdoctor.report;

import java.util.Arrays;
import java.util.Set;

/** What an IP address in text is. Nothing is looked up. */
final class Addresses {
  /** Resolvers that everyone knows. */
  private static final Set<String> PUBLIC_RESOLVERS =
      Set.of(
          "1.1.1.1",
          "1.0.0.1",
          "8.8.8.8",
          "8.8.4.4",
          "9.9.9.9",
          "2606:4700:4700::1111",
          "2606:4700:4700::1001",
          "2001:4860:4860::8888",
          "2001:4860:4860::8844",
          "2620:fe::fe");

  private Addresses() {}

  static boolean isV4(String text) {
    return Arrays.stream(text.split("\\.", -1))
        .allMatch(part -> part.length() < 4 && Integer.parseInt(part) < 256);
  }

  /** Whether colons and hexadecimal digits are an IPv6 address and not a time of day. */
  static boolean isV6(String text) {
    int gap = text.indexOf("::");
    long colons = text.chars().filter(c -> c == ':').count();
    boolean gapOnce = gap >= 0 && text.indexOf("::", gap + 1) < 0 && colons <= 7;
    boolean digits = text.chars().anyMatch(c -> c != ':');
    boolean groups = Arrays.stream(text.split(":", -1)).allMatch(group -> group.length() <= 4);
    return digits && groups && (gapOnce || (gap < 0 && colons == 7));
  }

  /** Whether an address tells nothing about anyone: loopback, unspecified, public resolvers. */
  static boolean tellsNothing(String address) {
    return address.startsWith("127.")
        || address.equals("0.0.0.0")
        || address.equals("::1")
        || address.equals("::")
        || PUBLIC_RESOLVERS.contains(address);
  }

  /** RFC 1918, RFC 6598 and link-local addresses. */
  static boolean isPrivate(String v4) {
    return v4.startsWith("10.")
        || v4.startsWith("192.168.")
        || v4.startsWith("169.254.")
        || v4.matches("172\\.(?:1[6-9]|2\\d|3[01])\\..*")
        || v4.matches("100\\.(?:6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\..*");
  }
}
