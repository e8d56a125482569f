package certbotdoctor.catalog;

import java.util.Locale;
import java.util.Optional;

/** Who says a message. */
public enum Speaker {
  /** A plugin of certbot. */
  PLUGIN,
  /** The API or the name server of a DNS provider. */
  PROVIDER,
  /** A script that a client calls. */
  HOOK,
  /** certbot itself or another ACME client. */
  CLIENT,
  /** A certificate authority whose words the grammar does not read. */
  CA_OTHER,
  /** Python, the operating system, the network. */
  SYSTEM;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word as it stands in the catalogue. */
  public String id() {
    return id;
  }

  /** The speaker of a word; empty for a word that is none. */
  public static Optional<Speaker> of(String id) {
    for (Speaker speaker : values()) {
      if (speaker.id.equals(id)) {
        return Optional.of(speaker);
      }
    }
    return Optional.empty();
  }
}
