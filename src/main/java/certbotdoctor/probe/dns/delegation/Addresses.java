package certbotdoctor.probe.dns.delegation;

import certbotdoctor.probe.dns.exchange.Access;
import certbotdoctor.probe.dns.exchange.Asker;
import certbotdoctor.probe.dns.exchange.DnsAnswer;
import certbotdoctor.probe.dns.exchange.DnsQuery;
import certbotdoctor.probe.dns.exchange.Futures;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Finds the addresses of name-server hosts, through the resolvers where no glue tells them. */
final class Addresses {
  /** No zone needs more, and manners forbid more. */
  private static final int HOSTS = 13;

  private static final int SERVERS = 16;

  private final Asker asker;
  private final List<NameServer> resolvers;

  Addresses(Asker asker, List<NameServer> resolvers) {
    this.asker = asker;
    this.resolvers = List.copyOf(resolvers);
  }

  /** Hosts, their addresses and who may be asked. */
  record Found(
      SortedSet<NameServer> servers,
      SortedSet<NameServer> notPublic,
      SortedSet<Name> unresolvable) {}

  /** Address records of a section, by owner. */
  static SortedMap<Name, List<InetAddress>> in(Collection<Record> section) {
    SortedMap<Name, List<InetAddress>> found = new TreeMap<>();
    for (Record one : section) {
      if (one instanceof ARecord a) {
        found.computeIfAbsent(one.getName(), key -> new ArrayList<>()).add(a.getAddress());
      } else if (one instanceof AAAARecord aaaa) {
        found.computeIfAbsent(one.getName(), key -> new ArrayList<>()).add(aaaa.getAddress());
      }
    }
    return found;
  }

  /** The servers behind hosts: by what is known already, else asked of the resolvers. */
  CompletableFuture<Found> of(Collection<Name> hosts, Map<Name, List<InetAddress>> known) {
    List<Name> few = hosts.stream().sorted().limit(HOSTS).toList();
    return Futures.all(
            few,
            host ->
                known.containsKey(host)
                    ? CompletableFuture.completedFuture(Zone.addresses(known, host))
                    : resolve(host))
        .thenApply(this::sort);
  }

  private Found sort(SortedMap<Name, List<InetAddress>> addresses) {
    Found found = new Found(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    addresses.forEach(
        (host, all) -> {
          if (all.isEmpty()) {
            found.unresolvable().add(host);
          }
          for (InetAddress address : all) {
            NameServer server = NameServer.of(Names.text(host), address);
            if (asker.access(server) == Access.NOT_PUBLIC) {
              found.notPublic().add(server);
            } else if (found.servers().size() < SERVERS) {
              found.servers().add(server);
            }
          }
        });
    return found;
  }

  /** Both families of a host, through the resolvers. */
  CompletableFuture<List<InetAddress>> resolve(Name host) {
    return Futures.all(List.of(ask(host, Type.A), ask(host, Type.AAAA)))
        .thenApply(
            answers -> {
              List<InetAddress> all = new ArrayList<>();
              answers.forEach(answer -> in(answer.reply().answer()).values().forEach(all::addAll));
              return all;
            });
  }

  /** Asks the resolvers in turn until one has something to say. */
  CompletableFuture<DnsAnswer> ask(Name name, int type) {
    return asker
        .askAny(
            resolvers,
            name,
            type,
            answer -> answer.kind().isAbout(),
            DnsQuery.Option.RECURSE,
            DnsQuery.Option.NO_DNSSEC)
        .thenApply(Asker.Heard::answer);
  }
}
