package certbotdoctor.probe.dns.exchange;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;

/**
 * The one door to the network: asks each question once, in random case, with one retry over UDP,
 * within the limits. Safe for use by several threads.
 */
public final class DnsClient {
  private final Network network;
  private final Limits limits;
  private final RandomCase letters;
  private final Consumer<String> progress;
  private final Lanes lanes;
  private final ConcurrentMap<DnsQuery, CompletableFuture<DnsAnswer>> answers =
      new ConcurrentHashMap<>();
  private final Set<InetSocketAddress> silent = ConcurrentHashMap.newKeySet();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong heard = new AtomicLong();
  private final AtomicLong started = new AtomicLong(Long.MIN_VALUE);

  /**
   * A client whose budget runs from its first question.
   *
   * @param network the way out
   * @param limits how much and how fast
   * @param seed decides the letters of query names
   * @param progress told each question and server when it is sent, on any thread
   */
  public DnsClient(Network network, Limits limits, long seed, Consumer<String> progress) {
    this.network = network;
    this.limits = limits;
    this.letters = new RandomCase(seed);
    this.progress = progress;
    this.lanes = new Lanes(limits);
  }

  /** The policy of its network. */
  public Network network() {
    return network;
  }

  /** What is left of the budget; zero or less when it is spent. */
  public Duration left() {
    started.compareAndSet(Long.MIN_VALUE, System.nanoTime());
    return limits.budget().minusNanos(System.nanoTime() - started.get());
  }

  /**
   * Asks, or gives the answer to the same question asked before.
   *
   * @return the answer; ends with {@link NotAskedException} where it may not be asked
   */
  public CompletableFuture<DnsAnswer> ask(DnsQuery query) {
    CompletableFuture<DnsAnswer> fresh = new CompletableFuture<>();
    CompletableFuture<DnsAnswer> known = answers.putIfAbsent(query, fresh);
    if (known != null) {
      return known;
    }
    switch (network.access(query.server().getAddress())) {
      case OFFLINE -> refuse(fresh, NotAskedException.Reason.OFFLINE, query);
      case NOT_PUBLIC -> refuse(fresh, NotAskedException.Reason.NOT_PUBLIC, query);
      case ASK -> lanes.start(query.server(), () -> begin(query, fresh));
    }
    return fresh;
  }

  private static void refuse(
      CompletableFuture<DnsAnswer> future, NotAskedException.Reason reason, DnsQuery query) {
    future.completeExceptionally(new NotAskedException(reason, query.key()));
  }

  private void begin(DnsQuery query, CompletableFuture<DnsAnswer> answer) {
    if (isSpent()) {
      lanes.done(query.server());
      refuse(answer, NotAskedException.Reason.BUDGET_SPENT, query);
      return;
    }
    progress.accept(query.question() + " @" + NameServer.text(query.server()));
    Name spelled = letters.spell(query);
    CompletableFuture<DnsAnswer> outcome =
        send(query, spelled).thenApply(delivery -> AnswerReader.read(query, spelled, delivery));
    var unused =
        outcome.whenComplete(
            (result, error) -> {
              lanes.done(query.server());
              if (error == null) {
                answer.complete(result);
              } else {
                answer.completeExceptionally(error);
              }
            });
  }

  private boolean isSpent() {
    Duration left = left();
    return left.isNegative()
        || left.isZero()
        || heard.get() > limits.octets()
        || asked.incrementAndGet() > limits.queries();
  }

  private CompletableFuture<Delivery> send(DnsQuery query, Name spelled) {
    List<Duration> waits = waits(query);
    return network
        .send(query.message(spelled), query.server(), query.transport(), waits)
        .thenApply(
            delivery -> {
              Message message = delivery.message();
              heard.addAndGet(message == null ? 0 : message.numBytes());
              if (delivery.fate() == Delivery.Fate.TIMEOUT && waits.size() > 1) {
                silent.add(query.server());
              }
              return delivery;
            });
  }

  /** UDP is asked twice, because datagrams get lost, unless the server let both pass before. */
  private List<Duration> waits(DnsQuery query) {
    if (query.transport() == Transport.TCP) {
      return List.of(limits.first().plus(limits.retry()));
    }
    return silent.contains(query.server())
        ? List.of(limits.first())
        : List.of(limits.first(), limits.retry());
  }
}
