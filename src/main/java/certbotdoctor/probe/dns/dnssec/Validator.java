package certbotdoctor.probe.dns.dnssec;

import certbotdoctor.probe.dns.delegation.Chain;
import certbotdoctor.probe.dns.delegation.Names;
import certbotdoctor.probe.dns.delegation.Survey;
import certbotdoctor.probe.dns.delegation.Walk;
import certbotdoctor.probe.dns.exchange.Asker;
import certbotdoctor.probe.dns.exchange.DnsAnswer;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Judges each server's own answers, from the trust anchor down. */
public final class Validator {
  private final ChainOfTrust chain;
  private final Instant now;

  /**
   * A validator for one check.
   *
   * @param asker asks, and keeps the evidence
   * @param anchors where trust begins
   * @param now the time at which signatures are judged
   */
  public Validator(Asker asker, TrustAnchors anchors, Instant now) {
    this.chain = new ChainOfTrust(asker, anchors, now);
    this.now = now;
  }

  /**
   * What validation says of a name.
   *
   * @param zone where the chain of trust ended
   * @param overall the worst
   * @param servers each server's own judgement, where the chain reaches the zone
   * @param dsTtl seconds for which resolvers keep DS records that are at fault; 0 where none are
   */
  public record Result(
      Name zone, Judgement overall, SortedMap<NameServer, Judgement> servers, long dsTtl) {
    /** Copies the map. */
    public Result {
      servers = new TreeMap<>(servers);
    }
  }

  /**
   * Validates one step of a chain: the zone's SOA record and the answer to the question, at every
   * server.
   */
  public CompletableFuture<Result> validate(Chain.Step step, Survey survey) {
    Walk walk = step.walk();
    return chain.of(walk).thenApply(trust -> result(trust, step, survey));
  }

  private Result result(ZoneTrust trust, Chain.Step step, Survey survey) {
    if (!trust.judgement().isSecure()) {
      return new Result(trust.zone(), trust.judgement(), new TreeMap<>(), trust.dsTtl());
    }
    Signatures signatures = new Signatures(trust.zone(), trust.keys(), now);
    SortedMap<NameServer, Judgement> servers = new TreeMap<>();
    survey
        .views()
        .forEach((server, view) -> judge(servers, server, view.soa(), trust.zone(), signatures));
    step.answers()
        .forEach((server, answer) -> judge(servers, server, answer, step.name(), signatures));
    Judgement overall =
        servers.values().stream()
            .reduce(Judgement::or)
            .orElse(new Judgement(Security.CANNOT_TELL, step.name() + ": no answer"));
    return new Result(trust.zone(), overall, servers, 0);
  }

  private static void judge(
      SortedMap<NameServer, Judgement> servers,
      NameServer server,
      DnsAnswer answer,
      Name name,
      Signatures signatures) {
    if (answer.isAuthoritative()) {
      servers.merge(server, judge(answer, name, signatures), Judgement::or);
    }
  }

  private static Judgement judge(DnsAnswer answer, Name name, Signatures signatures) {
    List<Record> authority = answer.reply().authority();
    Judgement all = positive(answer, signatures);
    if (!answer.reply().answer().isEmpty()) {
      return all; // the end of a CNAME chain is judged as a step of its own
    }
    Denial denial = new Denial(signatures, authority);
    int type =
        Type.value(
            answer
                .exchange()
                .question()
                .substring(answer.exchange().question().lastIndexOf(' ') + 1));
    return all.or(
        answer.kind() == DnsAnswer.Kind.NXDOMAIN ? denial.noName(name) : denial.noData(name, type));
  }

  private static Judgement positive(DnsAnswer answer, Signatures signatures) {
    Judgement all = Judgement.SECURE;
    List<RRset> sets = Signatures.sets(answer.reply().answer());
    for (RRset set : sets) {
      if (set.getName().subdomain(signatures.zone()) && !isSynthesised(set, sets)) {
        all = all.or(signatures.check(set));
        if (isExpanded(set)) {
          Denial denial = new Denial(signatures, answer.reply().authority());
          all = all.or(denial.noCloser(set.getName()));
        }
      }
    }
    return all;
  }

  /** A CNAME that stems from a DNAME has no signature of its own (RFC 6672 section 5.3.1). */
  private static boolean isSynthesised(RRset set, List<RRset> sets) {
    return set.first() instanceof CNAMERecord
        && sets.stream()
            .anyMatch(
                one ->
                    one.first() instanceof DNAMERecord
                        && Names.isBelow(set.getName(), one.getName()));
  }

  /** Whether a signature tells that a wildcard made the record (RFC 4035 section 5.3.4). */
  private static boolean isExpanded(RRset set) {
    int labels = set.getName().labels() - (set.getName().isWild() ? 2 : 1);
    for (RRSIGRecord sig : set.sigs()) {
      if (sig.getLabels() < labels) {
        return true;
      }
    }
    return false;
  }
}
