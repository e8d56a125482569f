package certbotdoctor.rules;

import certbotdoctor.core.ClientVersion;
import certbotdoctor.core.Slots;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A DNS provider with its plugin, as data.
 *
 * @param id name of the authenticator, for example {@code dns-cloudflare}
 * @param aliases other names of it, in old versions and other clients
 * @param slots facts for templates, under {@code provider.*} names
 * @param waits the plugin's own wait, by the version since which it holds, oldest first
 * @param apiHosts hosts of its programming interface
 * @param nameServers patterns of the names of its name servers, {@code *} for any characters
 */
public record Provider(
    String id,
    List<String> aliases,
    Slots slots,
    List<Wait> waits,
    List<String> apiHosts,
    List<String> nameServers) {
  /** Slot of the plugin's own wait in seconds. */
  public static final String DEFAULT_WAIT = "provider.propagation.default";

  /**
   * Slot that is set where the plugin is known to write at the challenge name whatever is there.
   */
  public static final String IGNORES_CNAME = "provider.ignores-cname";

  /** Copies the lists. */
  public Provider {
    aliases = List.copyOf(aliases);
    waits = List.copyOf(waits);
    apiHosts = List.copyOf(apiHosts);
    nameServers = List.copyOf(nameServers);
  }

  /**
   * How long a plugin waits if nobody tells it.
   *
   * @param since the client's version since which it does, null for all
   * @param seconds the wait
   */
  public record Wait(@Nullable ClientVersion since, int seconds) {}

  /** The facts for a client of some version; of the newest one where it is not known. */
  public Slots slots(@Nullable String clientVersion) {
    Optional<ClientVersion> version = ClientVersion.of(clientVersion);
    String wait = null;
    for (Wait one : waits) {
      if (one.since == null || version.isEmpty() || version.get().since(one.since)) {
        wait = Integer.toString(one.seconds);
      }
    }
    return slots.with(DEFAULT_WAIT, wait);
  }

  /** The name as the provider writes it. */
  public String name() {
    return slots.get("provider.name", id);
  }

  /** Whether a name server belongs to it. */
  public boolean serves(String nameServer) {
    String name = nameServer.toLowerCase(Locale.ROOT);
    String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return nameServers.stream().anyMatch(pattern -> Glob.matches(pattern, bare));
  }

  /** Whether a plugin is its. */
  public boolean named(String plugin) {
    return id.equals(plugin) || aliases.contains(plugin);
  }
}
