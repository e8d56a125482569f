package certbotdoctor.diagnose;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names by which CAA records mean a CA (RFC 8659 section 4.2), by the host of its ACME
 * directory, as each CA publishes them in its certification practice statement.
 */
final class CaaIssuers {
  private static final String LETS_ENCRYPT = "letsencrypt.org";

  /** By the last labels of the directory's host. */
  private static final Map<String, String> BY_HOST =
      Map.of(
          "letsencrypt.org", LETS_ENCRYPT,
          "zerossl.com", "sectigo.com",
          "sectigo.com", "sectigo.com",
          "pki.goog", "pki.goog",
          "buypass.com", "buypass.com",
          "ssl.com", "ssl.com",
          "digicert.com", "digicert.com",
          "globalsign.com", "globalsign.com");

  private CaaIssuers() {}

  /**
   * The name of a CA.
   *
   * @param server URL of its directory, or null where the log does not tell it: then it is
   *     certbot's default
   * @return the name; empty for a CA that is not known here
   */
  static Optional<String> of(@Nullable String server) {
    if (server == null) {
      return Optional.of(LETS_ENCRYPT);
    }
    String host = host(server);
    return BY_HOST.entrySet().stream()
        .filter(one -> host.equals(one.getKey()) || host.endsWith("." + one.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String host(String server) {
    try {
      String host = URI.create(server).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
