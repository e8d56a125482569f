package certbotdoctor.probe.dns.delegation;

import certbotdoctor.probe.dns.exchange.DnsAnswer;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * What the servers of a zone say of it.
 *
 * @param zone the zone as its parent has it
 * @param views each server's SOA and NS answers; also of servers that only the zone itself names
 * @param notPublic addresses of such further servers that no one outside can reach
 * @param unresolvable further hosts without any address
 */
public record Survey(
    Zone zone,
    SortedMap<NameServer, View> views,
    SortedSet<NameServer> notPublic,
    SortedSet<Name> unresolvable) {

  /** One server's answers. */
  public record View(DnsAnswer soa, DnsAnswer ns) {}

  /** Copies the collections. */
  public Survey {
    views = Collections.unmodifiableSortedMap(new TreeMap<>(views));
    notPublic = Collections.unmodifiableSortedSet(new TreeSet<>(notPublic));
    unresolvable = Collections.unmodifiableSortedSet(new TreeSet<>(unresolvable));
  }

  static SortedMap<NameServer, View> views(
      Map<NameServer, DnsAnswer> soa, Map<NameServer, DnsAnswer> ns) {
    SortedMap<NameServer, View> views = new TreeMap<>();
    soa.forEach(
        (server, answer) -> views.put(server, new View(answer, ns.getOrDefault(server, answer))));
    return views;
  }

  static SortedSet<Name> childNs(Name apex, Map<NameServer, View> views) {
    SortedSet<Name> all = new TreeSet<>();
    for (View view : views.values()) {
      if (view.ns.isAuthoritative()) {
        all.addAll(Delegations.targets(view.ns.reply().answers(apex, Type.NS)));
      }
    }
    return all;
  }

  static SortedMap<Name, List<InetAddress>> additional(Map<NameServer, View> views) {
    SortedMap<Name, List<InetAddress>> all = new TreeMap<>();
    views.values().forEach(view -> all.putAll(Addresses.in(view.ns.reply().additional())));
    return all;
  }

  /** Names of the name servers as the zone itself has them. */
  public SortedSet<Name> childNs() {
    return childNs(zone.apex(), views);
  }

  /** Every server that may be asked. */
  public Collection<NameServer> servers() {
    return views.keySet();
  }

  /** Servers over an address family that this host itself cannot use. */
  public SortedSet<NameServer> excused() {
    SortedMap<NameServer, DnsAnswer> answers = new TreeMap<>();
    views.forEach((server, view) -> answers.put(server, view.soa));
    return Families.excused(answers);
  }
}
