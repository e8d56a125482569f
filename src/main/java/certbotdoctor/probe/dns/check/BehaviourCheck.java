package certbotdoctor.probe.dns.check;

import certbotdoctor.probe.ProbeDescriptor;
import certbotdoctor.probe.dns.delegation.Survey;
import certbotdoctor.probe.dns.exchange.Asker;
import certbotdoctor.probe.dns.exchange.DnsAnswer;
import certbotdoctor.probe.dns.exchange.DnsQuery;
import certbotdoctor.probe.dns.exchange.Futures;
import certbotdoctor.probe.dns.exchange.NameServer;
import certbotdoctor.probe.dns.exchange.Transport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** Whether the servers break habits that the CA's resolver relies on. */
public final class BehaviourCheck implements DnsCheck {
  private enum Outcome {
    /** Large answers arrive neither over UDP nor over TCP. */
    LARGE_ANSWER_LOST("servers-large-lost", "breaks"),
    /** Questions with EDNS (RFC 6891) get no answer, or an error. */
    EDNS_DROPPED("servers-edns-dropped", "breaks"),
    /** No answers over TCP (RFC 7766 section 5). */
    TCP_REFUSED("servers-tcp-refused", "may-break"),
    /** The question comes back in other letters, which looks like a forgery. */
    CASE_MANGLED("servers-case-mangled", "may-break"),
    /** A name with something below it is said not to exist (RFC 8020); resolvers cope. */
    ENT_NXDOMAIN("servers-ent-nxdomain", "notice"),
    /** Nothing of this. */
    OK("servers-ok", "none"),
    /** No server answers at all. */
    ERROR("servers-silent", "none");

    private final String fact;
    private final String severity;

    Outcome(String fact, String severity) {
      this.fact = fact;
      this.severity = severity;
    }
  }

  private static final ProbeDescriptor DESCRIPTOR =
      Descriptors.of(
          "dns.behaviour",
          Outcome.class,
          Set.of("name"),
          Set.of(
              "zone",
              "severity",
              "also",
              "extent",
              "servers-large-lost",
              "servers-edns-dropped",
              "servers-tcp-refused",
              "servers-case-mangled",
              "servers-ent-nxdomain",
              "servers-ok",
              "servers-silent",
              "servers-without-edns"));

  private record Server(NameServer server, Outcome outcome, boolean withoutEdns) {}

  /** The question to which a server shows its habits. */
  private record Trial(Asker asker, NameServer server, Name apex, Name challenge, Name domain) {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public CompletableFuture<Finding> run(Inquiry inquiry) {
    return inquiry
        .delegations()
        .walk(inquiry.challenge())
        .thenCompose(walk -> inquiry.delegations().survey(walk.zone()))
        .thenCompose(survey -> examine(inquiry, survey));
  }

  private static CompletableFuture<Finding> examine(Inquiry inquiry, Survey survey) {
    Name apex = survey.zone().apex();
    SortedSet<NameServer> excused = survey.excused();
    List<CompletableFuture<Server>> servers = new ArrayList<>();
    survey
        .views()
        .forEach(
            (server, view) -> {
              if (!excused.contains(server)) {
                Trial trial =
                    new Trial(inquiry.asker(), server, apex, inquiry.challenge(), inquiry.domain());
                servers.add(judge(trial, view));
              }
            });
    return Futures.all(servers).thenApply(all -> finding(apex, all));
  }

  private static CompletableFuture<Server> judge(Trial trial, Survey.View view) {
    boolean bare = view.soa().kind().isAbout() && !view.soa().reply().edns();
    return outcome(trial, view.soa()).thenApply(it -> new Server(trial.server, it, bare));
  }

  private static CompletableFuture<Outcome> outcome(Trial trial, DnsAnswer soa) {
    if (!soa.kind().isAbout()) {
      return trial
          .asker
          .askOver(Transport.UDP, trial.server, trial.apex, Type.SOA, DnsQuery.Option.PLAIN)
          .thenApply(plain -> plain.kind().isAbout() ? Outcome.EDNS_DROPPED : Outcome.ERROR);
    }
    return trial
        .asker
        .askOver(Transport.TCP, trial.server, trial.apex, Type.SOA)
        .thenCombine(
            large(trial),
            (tcp, lost) -> {
              if (lost) {
                return Outcome.LARGE_ANSWER_LOST;
              }
              if (!tcp.kind().isAbout()) {
                return Outcome.TCP_REFUSED;
              }
              return soa.reply().caseKept() ? Outcome.OK : Outcome.CASE_MANGLED;
            })
        .thenCompose(
            outcome ->
                outcome == Outcome.OK
                    ? nonTerminal(trial)
                    : CompletableFuture.completedFuture(outcome));
  }

  /** Whether the largest answers that a validating resolver asks for are lost. */
  private static CompletableFuture<Boolean> large(Trial trial) {
    return trial
        .asker
        .ask(trial.server, trial.apex, Type.DNSKEY)
        .thenCombine(
            trial.asker.ask(trial.server, trial.challenge, Type.TXT),
            (keys, txt) -> keys.kind().isSilent() || txt.kind().isSilent());
  }

  private static CompletableFuture<Outcome> nonTerminal(Trial trial) {
    if (!trial.domain.subdomain(trial.apex)) {
      return CompletableFuture.completedFuture(Outcome.OK);
    }
    return trial
        .asker
        .ask(trial.server, trial.challenge, Type.TXT)
        .thenCombine(
            trial.asker.ask(trial.server, trial.domain, Type.A),
            (below, above) ->
                below.kind() == DnsAnswer.Kind.RECORDS && above.kind() == DnsAnswer.Kind.NXDOMAIN
                    ? Outcome.ENT_NXDOMAIN
                    : Outcome.OK);
  }

  private static Finding finding(Name apex, List<Server> servers) {
    Map<Outcome, List<NameServer>> by = new EnumMap<>(Outcome.class);
    servers.forEach(
        one -> by.computeIfAbsent(one.outcome, key -> new ArrayList<>()).add(one.server));
    Outcome first = by.keySet().stream().findFirst().orElse(Outcome.ERROR);
    Facts facts = new Facts().put("zone", apex).put("severity", first.severity);
    by.forEach((outcome, some) -> facts.servers(outcome.fact, some));
    SortedSet<String> also = new TreeSet<>();
    by.keySet().stream()
        .filter(one -> one != first && one != Outcome.OK && one != Outcome.ERROR)
        .forEach(one -> also.add(one.name()));
    return facts
        .all("also", also)
        .put("extent", by.size() == 1 ? "all" : "some")
        .servers(
            "servers-without-edns",
            servers.stream().filter(Server::withoutEdns).map(Server::server).toList())
        .finding(first);
  }
}
