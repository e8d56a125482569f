package certbotdoctor.probe.dns.exchange;

import java.util.Locale;

/** How a message travels. */
public enum Transport {
  UDP,
  TCP;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The word in reports, {@code udp} or {@code tcp}. */
  public String id() {
    return id;
  }
}
