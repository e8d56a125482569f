package certbotdoctor.probe.dns.exchange;

import certbotdoctor.probe.Exchange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.xbill.DNS.Name;

/** Asks on behalf of one check, and keeps what it was told as that check's evidence. */
public final class Asker {
  private final DnsClient client;
  private final SortedMap<String, Exchange> trace = new TreeMap<>();

  /** An asker with an empty trace. */
  public Asker(DnsClient client) {
    this.client = client;
  }

  /** A server's answer. */
  public record Heard(NameServer server, DnsAnswer answer) {}

  /** Asks over UDP, and over TCP if the response was truncated (RFC 7766 section 5). */
  public CompletableFuture<DnsAnswer> ask(
      NameServer server, Name name, int type, DnsQuery.Option... options) {
    DnsQuery query = new DnsQuery(server.address(), name, type, Transport.UDP, Set.of(options));
    return note(server, query)
        .thenCompose(
            answer ->
                answer.reply().truncated()
                    ? note(server, query.overTcp())
                    : CompletableFuture.completedFuture(answer));
  }

  /** Asks over one transport; a truncated answer is given as it is. */
  public CompletableFuture<DnsAnswer> askOver(
      Transport transport, NameServer server, Name name, int type, DnsQuery.Option... options) {
    return note(server, new DnsQuery(server.address(), name, type, transport, Set.of(options)));
  }

  /** Asks several servers at the same time. */
  public CompletableFuture<SortedMap<NameServer, DnsAnswer>> askAll(
      Collection<NameServer> servers, Name name, int type, DnsQuery.Option... options) {
    return Futures.all(servers, server -> ask(server, name, type, options));
  }

  /**
   * Asks one server, and the others only if its answer is of no use.
   *
   * @param servers at least one; the first is asked first
   * @return the first useful answer in the order of servers; else the first that is about the name;
   *     else the first one of all
   */
  public CompletableFuture<Heard> askAny(
      List<NameServer> servers,
      Name name,
      int type,
      Predicate<DnsAnswer> useful,
      DnsQuery.Option... options) {
    NameServer first = servers.get(0);
    return ask(first, name, type, options)
        .thenCompose(
            answer -> {
              Heard heard = new Heard(first, answer);
              return useful.test(answer) || servers.size() == 1
                  ? CompletableFuture.completedFuture(heard)
                  : askAll(servers.subList(1, servers.size()), name, type, options)
                      .thenApply(others -> firstUseful(others, useful, heard));
            });
  }

  private static Heard firstUseful(
      Map<NameServer, DnsAnswer> answers, Predicate<DnsAnswer> useful, Heard otherwise) {
    List<Heard> all = new ArrayList<>(List.of(otherwise));
    answers.forEach((server, answer) -> all.add(new Heard(server, answer)));
    return all.stream()
        .filter(one -> useful.test(one.answer))
        .findFirst()
        .or(() -> all.stream().filter(one -> one.answer.kind().isAbout()).findFirst())
        .orElse(otherwise);
  }

  private CompletableFuture<DnsAnswer> note(NameServer server, DnsQuery query) {
    return client
        .ask(query)
        .thenApply(
            answer -> {
              Exchange exchange = answer.exchange().named("", server.host());
              synchronized (trace) {
                trace.put(exchange.key() + " " + server.host(), exchange);
              }
              return answer;
            });
  }

  /** The evidence so far, sorted by question, server and transport. */
  public List<Exchange> trace() {
    synchronized (trace) {
      return new ArrayList<>(trace.values());
    }
  }

  /** Whether an address may be asked. */
  public Access access(NameServer server) {
    return client.network().access(server.address().getAddress());
  }
}
