package certbotdoctor.probe.dns.watch;

import certbotdoctor.probe.dns.DnsSettings;
import certbotdoctor.probe.dns.delegation.Chain;
import certbotdoctor.probe.dns.delegation.Delegations;
import certbotdoctor.probe.dns.delegation.Lookups;
import certbotdoctor.probe.dns.delegation.Names;
import certbotdoctor.probe.dns.delegation.NoNetworkException;
import certbotdoctor.probe.dns.delegation.Walk;
import certbotdoctor.probe.dns.exchange.Asker;
import certbotdoctor.probe.dns.exchange.DnsAnswer;
import certbotdoctor.probe.dns.exchange.DnsClient;
import certbotdoctor.probe.dns.exchange.DnsQuery;
import certbotdoctor.probe.dns.exchange.NameServer;
import certbotdoctor.probe.dns.exchange.Network;
import certbotdoctor.probe.dns.exchange.NotAskedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/**
 * Asks every server of a name for its TXT record, as often as wanted. Servers are found by a walk
 * from the top; each look asks afresh. A server that stays silent is asked only now and then.
 * Methods block until the answers are there, and may be called from several threads.
 */
public final class Panel {
  /** A server that was silent so often is spared … */
  private static final int SILENT = 2;

  /** … except in each look of this number. */
  private static final int NOW_AND_THEN = 10;

  private final DnsSettings settings;
  private final Network network;
  private final DnsClient guide;
  private final Map<NameServer, Integer> silent = new ConcurrentHashMap<>();

  /**
   * Asks through a network.
   *
   * @param settings resolvers where walks begin, and the limits of a single look
   */
  public Panel(DnsSettings settings, Network network) {
    this.settings = settings;
    this.network = network;
    this.guide = client();
  }

  private DnsClient client() {
    return new DnsClient(network, settings.limits(), settings.seed(), settings.progress());
  }

  private List<NameServer> resolvers() {
    return settings.resolvers().stream().map(NameServer::resolver).toList();
  }

  /** Asks the resolvers where every walk begins, so that the first one is faster. */
  public void warmUp() {
    Asker asker = new Asker(guide);
    for (NameServer resolver : resolvers()) {
      await(asker.ask(resolver, Name.root, Type.NS, DnsQuery.Option.RECURSE));
    }
  }

  /** Walks to a domain, so that the servers of names below it are found faster later. */
  public void prepare(String domain) {
    Names.of(domain)
        .ifPresent(name -> await(new Delegations(new Asker(guide), resolvers()).walk(name)));
  }

  /**
   * Finds the servers of a name, through aliases. Asks them for the name.
   *
   * @return empty where the name is none, no resolver answers or nothing may be asked
   */
  public Optional<Target> locate(String name) {
    return Names.of(name)
        .filter(known -> !settings.resolvers().isEmpty())
        .flatMap(
            known -> {
              Asker asker = new Asker(client());
              Delegations delegations = new Delegations(asker, resolvers());
              return await(new Lookups(asker, delegations).chain(known, Type.TXT));
            })
        .map(Panel::target);
  }

  private static Target target(Chain chain) {
    List<String> path = chain.steps().stream().map(step -> Names.text(step.name())).toList();
    Walk walk = chain.last().walk();
    boolean complete =
        chain.end() == Chain.End.REACHED
            && walk.end() == Walk.End.ARRIVED
            && !Names.isTop(walk.zone().apex());
    return new Target(
        path,
        Names.text(walk.zone().apex()),
        complete,
        new java.util.TreeSet<>(chain.last().answers().keySet()));
  }

  /**
   * What each server has now.
   *
   * @param round number of this look, from 0
   */
  public SortedMap<NameServer, Look> look(Target target, int round) {
    Optional<Name> owner = Names.of(target.owner());
    Optional<Name> zone = Names.of(target.zone());
    if (owner.isEmpty() || zone.isEmpty()) {
      return new TreeMap<>();
    }
    List<NameServer> asked =
        target.servers().stream()
            .filter(server -> silent.getOrDefault(server, 0) < SILENT || round % NOW_AND_THEN == 0)
            .toList();
    Asker asker = new Asker(client());
    SortedMap<NameServer, Look> looks = new TreeMap<>();
    await(asker.askAll(asked, owner.get(), Type.TXT))
        .ifPresent(all -> all.forEach((server, one) -> looks.put(server, look(server, one))));
    looks.values().forEach(this::remember);
    withVersions(asker, zone.get(), looks);
    return looks;
  }

  private void remember(Look look) {
    if (look.state() == Look.State.SILENT) {
      silent.merge(look.server(), 1, Integer::sum);
    } else {
      silent.remove(look.server());
    }
  }

  /** Asks for the version where a positive answer did not carry it. */
  private static void withVersions(Asker asker, Name zone, SortedMap<NameServer, Look> looks) {
    List<NameServer> without = new ArrayList<>();
    for (Look look : looks.values()) {
      if (look.version() == null && look.state() == Look.State.ANSWERED) {
        without.add(look.server());
      }
    }
    versions(asker, zone, without)
        .forEach((server, version) -> looks.computeIfPresent(server, (s, l) -> l.with(version)));
  }

  /** Versions of the target's zone at some of its servers; those that do not tell are left out. */
  public SortedMap<NameServer, Version> versions(Target target, Collection<NameServer> servers) {
    return Names.of(target.zone())
        .map(zone -> versions(new Asker(client()), zone, servers))
        .orElseGet(TreeMap::new);
  }

  private static SortedMap<NameServer, Version> versions(
      Asker asker, Name zone, Collection<NameServer> servers) {
    SortedMap<NameServer, Version> versions = new TreeMap<>();
    await(asker.askAll(servers, zone, Type.SOA))
        .ifPresent(
            all ->
                all.forEach(
                    (server, answer) -> {
                      Version version = version(answer.reply().answer());
                      if (version != null) {
                        versions.put(server, version);
                      }
                    }));
    return versions;
  }

  /** What a recursive resolver gives for a name; what it gives goes into its cache. */
  public Look askResolver(NameServer resolver, String name) {
    Asker asker = new Asker(client());
    Name wanted = Names.of(name).orElse(Name.root);
    return await(asker.ask(resolver, wanted, Type.TXT, DnsQuery.Option.RECURSE))
        .map(answer -> look(resolver, answer))
        .orElseThrow(() -> new IllegalStateException("a resolver that may not be asked"));
  }

  private static Look look(NameServer server, DnsAnswer answer) {
    Look.State state =
        answer.kind().isAbout()
            ? Look.State.ANSWERED
            : answer.kind().isSilent() ? Look.State.SILENT : Look.State.ERROR;
    return new Look(
        server,
        state,
        answer.reply().texts(),
        version(answer.reply().authority()),
        answer.exchange().named("", server.host()));
  }

  private static @Nullable Version version(List<org.xbill.DNS.Record> section) {
    return section.stream()
        .filter(one -> one instanceof SOARecord)
        .map(one -> Version.of((SOARecord) one))
        .findFirst()
        .orElse(null);
  }

  /** The result; empty where nothing could or may be asked. */
  private static <T> Optional<T> await(CompletableFuture<T> future) {
    try {
      return Optional.of(future.get(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      while (cause instanceof CompletionException && cause.getCause() != null) {
        cause = cause.getCause();
      }
      if (cause instanceof NotAskedException || cause instanceof NoNetworkException) {
        return Optional.empty();
      }
      throw new IllegalStateException(cause);
    }
  }
}
