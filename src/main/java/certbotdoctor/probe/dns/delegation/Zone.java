package certbotdoctor.probe.dns.delegation;

import certbotdoctor.probe.dns.exchange.NameServer;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.xbill.DNS.Name;

/**
 * A zone and the servers that its parent names for it.
 *
 * @param apex its name
 * @param referred whether the parent's referral was seen; false where parent and child share their
 *     servers, and for the zone in which a walk begins
 * @param ttl seconds for which resolvers keep the parent's referral; 0 where none was seen
 * @param ns names of the name servers
 * @param glue addresses that came with the referral, by host
 * @param servers every address that may be asked
 * @param notPublic addresses that no one outside can reach; never asked
 * @param unresolvable hosts without any address
 */
public record Zone(
    Name apex,
    boolean referred,
    long ttl,
    SortedSet<Name> ns,
    SortedMap<Name, List<InetAddress>> glue,
    SortedSet<NameServer> servers,
    SortedSet<NameServer> notPublic,
    SortedSet<Name> unresolvable) {
  /** Copies the collections. */
  public Zone {
    ns = Collections.unmodifiableSortedSet(new TreeSet<>(ns));
    glue = Collections.unmodifiableSortedMap(new TreeMap<>(glue));
    servers = Collections.unmodifiableSortedSet(new TreeSet<>(servers));
    notPublic = Collections.unmodifiableSortedSet(new TreeSet<>(notPublic));
    unresolvable = Collections.unmodifiableSortedSet(new TreeSet<>(unresolvable));
  }

  /** Some of its servers, in a fixed order: enough for a question that any of them can answer. */
  public List<NameServer> some() {
    return servers.stream().limit(4).toList();
  }

  /** Whether any server may be asked. */
  public boolean hasServers() {
    return !servers.isEmpty();
  }

  static List<InetAddress> addresses(Map<Name, List<InetAddress>> known, Name host) {
    return known.getOrDefault(host, List.of());
  }
}
