package certbotdoctor.probe.dns;

import certbotdoctor.core.Slots;
import certbotdoctor.probe.Exchange;
import certbotdoctor.probe.Outcome;
import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeResult;
import certbotdoctor.probe.ProbeRunner;
import certbotdoctor.probe.dns.check.DnsCheck;
import certbotdoctor.probe.dns.check.Inquiry;
import certbotdoctor.probe.dns.check.Scene;
import certbotdoctor.probe.dns.exchange.DnsClient;
import certbotdoctor.probe.dns.exchange.Network;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs DNS probes at the same time, within one budget for all calls together. What is asked twice
 * is sent once, also across calls: for a new look at the world, make a new runner.
 */
public final class DnsProbeRunner implements ProbeRunner {
  /**
   * How many checks are under way at once. More than there may be questions in flight, so that it
   * holds none of them up; and so few that of very many domains the first are done while the last
   * wait, instead of all at the same server at the same time.
   */
  private static final int UNDER_WAY = 512;

  private final DnsSettings settings;
  private final Scene scene;
  private final DnsClient client;
  private final ExchangeIds ids = new ExchangeIds();

  /**
   * A runner whose budget runs from its first question.
   *
   * @param settings what it is given; without resolvers every probe fails, and says so
   * @param network the way out
   */
  public DnsProbeRunner(DnsSettings settings, Network network) {
    this.settings = settings;
    this.scene = settings.scene();
    this.client = new DnsClient(network, settings.limits(), settings.seed(), settings.progress());
  }

  private record Pending(Optional<Inquiry> inquiry, CompletableFuture<Conclusion> conclusion) {
    /** What was not even begun within the budget. */
    static Pending never() {
      return new Pending(Optional.empty(), new CompletableFuture<>());
    }

    /** The same, done when something else has followed. */
    Pending followedBy(Runnable next) {
      return new Pending(inquiry, conclusion.whenComplete((done, error) -> next.run()));
    }

    List<Exchange> trace() {
      return inquiry.map(one -> one.asker().trace()).orElse(List.of());
    }
  }

  @Override
  public Map<ProbeRequest, ProbeResult> run(Collection<ProbeRequest> requests) {
    Map<ProbeRequest, Pending> pending = new LinkedHashMap<>();
    Semaphore places = new Semaphore(UNDER_WAY);
    for (ProbeRequest request : new LinkedHashSet<>(requests)) {
      boolean begins = hasPlace(places);
      pending.put(request, begins ? start(request).followedBy(places::release) : Pending.never());
    }
    await(pending.values());
    Map<ProbeRequest, ProbeResult> results = new LinkedHashMap<>();
    pending.forEach((request, one) -> results.put(request, conclude(request, one)));
    List<Exchange> all = new ArrayList<>();
    results.values().forEach(result -> all.addAll(result.trace()));
    ids.name(all);
    results.replaceAll((request, result) -> named(result));
    return results;
  }

  private ProbeResult named(ProbeResult result) {
    return new ProbeResult(
        result.request(), result.outcome(), result.facts(), ids.of(result.trace()), result.at());
  }

  private Pending start(ProbeRequest request) {
    Optional<DnsCheck> check = DnsProbes.find(request.probe());
    if (check.isEmpty()) {
      return unmet("unknown-probe", request.probe());
    }
    List<String> missing =
        check.get().descriptor().needs().stream()
            .filter(slot -> !request.slots().has(slot))
            .sorted()
            .toList();
    if (!missing.isEmpty()) {
      return unmet("missing-slot", String.join(", ", missing));
    }
    if (scene.resolvers().isEmpty()) {
      return unmet("no-resolver", "");
    }
    Inquiry inquiry = Inquiry.open(request.slots(), scene, client);
    // a stage of its own, so that what fails before the first question fails the same way
    CompletableFuture<Conclusion> conclusion =
        CompletableFuture.completedFuture(inquiry)
            .thenCompose(check.get()::run)
            .handle(
                (finding, error) -> error == null ? Conclusion.of(finding) : Conclusion.of(error));
    return new Pending(Optional.of(inquiry), conclusion);
  }

  private static Pending unmet(String reason, String detail) {
    return new Pending(
        Optional.empty(), CompletableFuture.completedFuture(Conclusion.failed(reason, detail)));
  }

  /** Waits for one of the places, while there is time. */
  private boolean hasPlace(Semaphore places) {
    try {
      return places.tryAcquire(client.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void await(Collection<Pending> pending) {
    CompletableFuture<?>[] futures =
        pending.stream().map(Pending::conclusion).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(futures).get(client.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // what is not done by now has spent the budget
    }
  }

  private ProbeResult conclude(ProbeRequest request, Pending pending) {
    Conclusion spent = new Conclusion(Outcome.BUDGET_SPENT, Slots.NONE);
    Conclusion conclusion = pending.conclusion().getNow(spent);
    List<Exchange> trace = pending.trace();
    Instant at =
        trace.stream()
            .map(Exchange::at)
            .max(Comparator.naturalOrder())
            .orElseGet(() -> settings.clock().instant());
    return new ProbeResult(request, conclusion.outcome(), conclusion.facts(), trace, at);
  }
}
