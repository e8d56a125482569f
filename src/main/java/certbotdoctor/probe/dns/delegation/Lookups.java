package certbotdoctor.probe.dns.delegation;

import certbotdoctor.probe.dns.exchange.Asker;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Name;

/** Looks a name up at every server that has a say in it, through aliases. */
public final class Lookups {
  /** Aliases that are followed; the CA's resolver follows about as many. */
  public static final int STEPS = 8;

  private final Asker asker;
  private final Delegations delegations;

  /** Looks up for one check. */
  public Lookups(Asker asker, Delegations delegations) {
    this.asker = asker;
    this.delegations = delegations;
  }

  /** A name's chain for a type, each step asked of all servers of its zone. */
  public CompletableFuture<Chain> chain(Name name, int type) {
    return extend(List.of(), name, type);
  }

  private CompletableFuture<Chain> extend(List<Chain.Step> before, Name name, int type) {
    return step(name, type)
        .thenCompose(
            step -> {
              List<Chain.Step> steps = new ArrayList<>(before);
              steps.add(step);
              Optional<Name> target = step.alias();
              if (target.isEmpty()) {
                return done(steps, Chain.End.REACHED);
              }
              if (steps.stream().anyMatch(one -> one.name().equals(target.get()))) {
                return done(steps, Chain.End.LOOP);
              }
              return steps.size() > STEPS
                  ? done(steps, Chain.End.TOO_LONG)
                  : extend(steps, target.get(), type);
            });
  }

  private static CompletableFuture<Chain> done(List<Chain.Step> steps, Chain.End end) {
    return CompletableFuture.completedFuture(new Chain(steps, end));
  }

  /** One name at all servers of its zone; at a registry, at one of them. */
  public CompletableFuture<Chain.Step> step(Name name, int type) {
    return delegations
        .walk(name)
        .thenCompose(
            walk ->
                servers(walk.zone())
                    .thenCompose(servers -> asker.askAll(servers, name, type))
                    .thenApply(answers -> new Chain.Step(name, walk, new TreeMap<>(answers))));
  }

  private CompletableFuture<Collection<NameServer>> servers(Zone zone) {
    return Names.isTop(zone.apex())
        ? CompletableFuture.completedFuture(zone.servers().stream().limit(1).toList())
        : delegations.survey(zone).thenApply(Survey::servers);
  }
}
