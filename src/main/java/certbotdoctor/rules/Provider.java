package certbotdoctor.rules;

import certbotdoctor.core.Slots;
import java.util.List;

/**
 * A DNS provider with its plugin, as data.
 *
 * @param id name of the authenticator, for example {@code dns-cloudflare}
 * @param aliases other names of it, in old versions and other clients
 * @param slots facts for templates, under {@code provider.*} names
 * @param nameServers patterns of the names of its name servers, {@code *} for any characters
 * @param traps known pitfalls
 */
public record Provider(
    String id, List<String> aliases, Slots slots, List<String> nameServers, List<String> traps) {
  /** Copies the lists. */
  public Provider {
    aliases = List.copyOf(aliases);
    nameServers = List.copyOf(nameServers);
    traps = List.copyOf(traps);
  }

  /** Whether a name server belongs to it. */
  public boolean serves(String nameServer) {
    String name = nameServer.toLowerCase(java.util.Locale.ROOT);
    String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return nameServers.stream().anyMatch(pattern -> Glob.matches(pattern, bare));
  }

  /** Whether a plugin is its. */
  public boolean named(String plugin) {
    return id.equals(plugin) || aliases.contains(plugin);
  }
}
