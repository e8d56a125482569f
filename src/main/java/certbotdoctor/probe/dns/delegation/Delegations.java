package certbotdoctor.probe.dns.delegation;

import certbotdoctor.probe.dns.exchange.Asker;
import certbotdoctor.probe.dns.exchange.DnsAnswer;
import certbotdoctor.probe.dns.exchange.NameServer;
import certbotdoctor.probe.dns.exchange.Reply;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * Walks the tree from the top to a name, label by label, at the servers themselves. Only where the
 * walk begins, and the addresses of hosts that no referral tells, are asked of the resolvers.
 */
public final class Delegations {
  private final Asker asker;
  private final Addresses addresses;

  /**
   * Walks for one check.
   *
   * @param asker asks, and keeps the evidence
   * @param resolvers the user's or the system's; at least one
   */
  public Delegations(Asker asker, List<NameServer> resolvers) {
    this.asker = asker;
    this.addresses = new Addresses(asker, resolvers);
  }

  private record State(
      Name name, List<Zone> path, int labels, @Nullable Name missing, @Nullable Name denied) {
    Zone zone() {
      return path.get(path.size() - 1);
    }

    Walk end(Walk.End end) {
      return new Walk(name, path, end, missing, denied);
    }

    State into(Zone zone) {
      List<Zone> longer = new ArrayList<>(path);
      longer.add(zone);
      return new State(name, longer, zone.apex().labels() + 1, null, null);
    }

    State deeper(@Nullable Name newMissing, @Nullable Name newDenied) {
      return new State(name, path, labels + 1, newMissing, newDenied);
    }
  }

  /**
   * The way to a name.
   *
   * @return the walk; ends with {@link NoNetworkException} where it cannot begin
   */
  public CompletableFuture<Walk> walk(Name name) {
    return top(name, 1)
        .thenCompose(
            zone -> descend(new State(name, List.of(zone), zone.apex().labels() + 1, null, null)));
  }

  /** The uppermost zone whose servers the resolvers can tell: the root, as a rule. */
  private CompletableFuture<Zone> top(Name name, int labels) {
    Name apex = Names.ancestor(name, labels);
    return addresses
        .ask(apex, Type.NS)
        .thenCompose(
            answer -> {
              SortedSet<Name> ns = targets(answer.reply().answers(apex, Type.NS));
              if (!ns.isEmpty()) {
                return open(
                    apex, 0, false, new TreeSet<>(ns.stream().limit(3).toList()), answer.reply());
              }
              if (answer.kind().isSilent()) {
                throw new NoNetworkException(NoNetworkException.Reason.RESOLVER_SILENT);
              }
              if (labels >= name.labels()) {
                throw new NoNetworkException(NoNetworkException.Reason.RESOLVER_USELESS);
              }
              return top(name, labels + 1);
            });
  }

  static SortedSet<Name> targets(Collection<Record> records) {
    SortedSet<Name> targets = new TreeSet<>();
    records.forEach(one -> targets.add(((NSRecord) one).getTarget().canonicalize()));
    return targets;
  }

  private CompletableFuture<Zone> open(
      Name apex, long ttl, boolean referred, SortedSet<Name> ns, Reply reply) {
    SortedMap<Name, List<InetAddress>> glue = new TreeMap<>(Addresses.in(reply.additional()));
    glue.keySet().retainAll(ns);
    return addresses
        .of(ns, glue)
        .thenApply(
            found ->
                new Zone(
                    apex,
                    referred,
                    ttl,
                    ns,
                    glue,
                    found.servers(),
                    found.notPublic(),
                    found.unresolvable()));
  }

  private CompletableFuture<Walk> descend(State state) {
    if (state.labels > state.name.labels()) {
      return CompletableFuture.completedFuture(state.end(Walk.End.ARRIVED));
    }
    if (!state.zone().hasServers()) {
      if (state.path.size() == 1) {
        throw new NoNetworkException(NoNetworkException.Reason.RESOLVER_USELESS);
      }
      return CompletableFuture.completedFuture(state.end(Walk.End.BROKEN));
    }
    Name next = Names.ancestor(state.name, state.labels);
    return asker
        .askAny(
            state.zone().some(),
            next,
            Type.NS,
            answer -> answer.isAuthoritative() || cut(state.zone(), next, answer).isPresent())
        .thenCompose(heard -> follow(state, next, heard.answer()));
  }

  private CompletableFuture<Walk> follow(State state, Name next, DnsAnswer answer) {
    Optional<Name> cut = cut(state.zone(), next, answer);
    if (cut.isPresent()) {
      return enter(state, cut.get(), answer.reply());
    }
    if (!answer.isAuthoritative()) {
      return CompletableFuture.completedFuture(broken(state, answer));
    }
    if (answer.kind() != DnsAnswer.Kind.NXDOMAIN) {
      return descend(state.deeper(null, state.missing == null ? state.denied : state.missing));
    }
    Name missing = state.missing == null ? next : state.missing;
    return Names.isTop(state.zone().apex())
        ? CompletableFuture.completedFuture(
            state.deeper(missing, state.denied).end(Walk.End.NO_SUCH_DOMAIN))
        : descend(state.deeper(missing, state.denied));
  }

  private static Walk broken(State state, DnsAnswer answer) {
    if (state.path.size() == 1) {
      if (answer.kind().isSilent()) {
        throw new NoNetworkException(NoNetworkException.Reason.PORT_53_BLOCKED);
      }
      if (answer.reply().recursive()) {
        throw new NoNetworkException(NoNetworkException.Reason.PORT_53_INTERCEPTED);
      }
    }
    return state.end(Walk.End.BROKEN);
  }

  /** Where an answer shows a zone below: a referral, or NS records of a zone served beside it. */
  private static Optional<Name> cut(Zone zone, Name next, DnsAnswer answer) {
    if (answer.kind() == DnsAnswer.Kind.NODATA) {
      return answer
          .reply()
          .referral()
          .filter(cut -> Names.isBelow(cut, zone.apex()) && next.subdomain(cut));
    }
    boolean apex = answer.isAuthoritative() && !answer.reply().answers(next, Type.NS).isEmpty();
    return apex ? Optional.of(next) : Optional.empty();
  }

  private CompletableFuture<Walk> enter(State state, Name cut, Reply reply) {
    boolean referred = reply.answer().isEmpty();
    List<Record> records = Reply.of(referred ? reply.authority() : reply.answer(), cut, Type.NS);
    long ttl = referred ? records.stream().mapToLong(Record::getTTL).max().orElse(0) : 0;
    return open(cut, ttl, referred, targets(records), reply)
        .thenCompose(zone -> descend(state.into(zone)));
  }

  /**
   * What each server says of its own zone, including servers that only the zone itself names.
   *
   * @param zone a zone of a walk
   */
  public CompletableFuture<Survey> survey(Zone zone) {
    return views(zone.apex(), zone.servers())
        .thenCompose(
            views -> {
              SortedSet<Name> more = new TreeSet<>(Survey.childNs(zone.apex(), views));
              more.removeAll(zone.ns());
              return addresses
                  .of(more, Survey.additional(views))
                  .thenCompose(found -> survey(zone, views, found));
            });
  }

  private CompletableFuture<Survey> survey(
      Zone zone, SortedMap<NameServer, Survey.View> views, Addresses.Found more) {
    return views(zone.apex(), more.servers())
        .thenApply(
            extra -> {
              SortedMap<NameServer, Survey.View> all = new TreeMap<>(views);
              all.putAll(extra);
              return new Survey(zone, all, more.notPublic(), more.unresolvable());
            });
  }

  private CompletableFuture<SortedMap<NameServer, Survey.View>> views(
      Name apex, Collection<NameServer> servers) {
    return asker
        .askAll(servers, apex, Type.SOA)
        .thenCombine(asker.askAll(servers, apex, Type.NS), Survey::views);
  }
}
