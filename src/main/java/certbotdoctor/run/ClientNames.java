package certbotdoctor.run;

import certbotdoctor.catalog.MessageMatch;
import certbotdoctor.catalog.Speaker;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells by its words which ACME client wrote a text. */
final class ClientNames {
  private record Sign(String words, String client) {}

  private static final List<Sign> SIGNS =
      List.of(
          new Sign("acme.sh", "acme.sh"),
          new Sign("_acme-challenge record", "acme.sh"),
          new Sign("providerName=", "traefik"),
          new Sign("acmeCA=", "traefik"),
          new Sign("Unable to obtain ACME certificate for domains", "traefik"),
          new Sign("cert-manager", "cert-manager"),
          new Sign("Kind:         Challenge", "cert-manager"),
          new Sign("legolog", "lego"),
          new Sign("acme: Obtaining", "lego"),
          new Sign("acme: ", "lego"),
          new Sign("tls.obtain", "caddy"),
          new Sign("tls.issuance.acme", "caddy"),
          new Sign("dehydrated", "dehydrated"),
          new Sign("Challenge is invalid! (returned:", "dehydrated"),
          new Sign("Posh-ACME", "posh-acme"),
          new Sign("win-acme", "win-acme"),
          new Sign("AcmeWebException", "win-acme"),
          new Sign("pveproxy", "proxmox"),
          new Sign("community.crypto.acme_certificate", "ansible"),
          new Sign("acme_certificate", "terraform"),
          new Sign("certbot", "certbot"));

  /** Clients by the first part of the ids of messages that only they write. */
  private static final Map<String, String> SPEAKERS =
      Map.ofEntries(
          Map.entry("acme-sh", "acme.sh"),
          Map.entry("lego", "lego"),
          Map.entry("dehydrated", "dehydrated"),
          Map.entry("cert-manager", "cert-manager"),
          Map.entry("certmagic", "caddy"),
          Map.entry("traefik", "traefik"),
          Map.entry("posh-acme", "posh-acme"),
          Map.entry("win-acme", "win-acme"),
          Map.entry("getssl", "getssl"),
          Map.entry("acme-tiny", "acme-tiny"),
          Map.entry("proxmox", "proxmox"));

  private ClientNames() {}

  /** The client that writes a message, null where several may. */
  static @Nullable String of(MessageMatch match) {
    return match.speaker() == Speaker.CLIENT ? SPEAKERS.get(match.id().split("\\.", 2)[0]) : null;
  }

  /** The client, null where no word tells. */
  static @Nullable String in(String text) {
    for (Sign sign : SIGNS) {
      if (text.contains(sign.words)) {
        return sign.client;
      }
    }
    return null;
  }
}
