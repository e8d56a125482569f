package certbotdoctor.probe.dns.check;

import certbotdoctor.probe.ProbeDescriptor;
import certbotdoctor.probe.dns.delegation.Chain;
import certbotdoctor.probe.dns.exchange.DnsAnswer;
import certbotdoctor.probe.dns.exchange.DnsQuery;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/**
 * What public resolvers say, and for how long they will: it explains what a person's own query
 * shows. The CA does not ask them.
 */
public final class PublicCheck implements DnsCheck {
  private enum Outcome {
    /** They have the records that the servers have. */
    VISIBLE,
    /** They have none, and neither have the servers. */
    ABSENT,
    /** Some have something else than the servers, from their caches. */
    LAGGING,
    /** Some cannot answer. */
    SERVFAIL,
    /** None answers. */
    UNREACHABLE,
    /** None is to be asked. */
    NOT_CONFIGURED
  }

  private static final ProbeDescriptor DESCRIPTOR =
      Descriptors.of(
          "dns.public",
          Outcome.class,
          Set.of("name"),
          Set.of(
              "name",
              "found",
              "authoritative",
              "remaining-ttl",
              "negative-ttl",
              "lagging",
              "errors",
              "ede",
              "extent"));

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public CompletableFuture<Finding> run(Inquiry inquiry) {
    Name challenge = inquiry.challenge();
    List<NameServer> resolvers = inquiry.scene().publicResolvers();
    if (resolvers.isEmpty()) {
      return CompletableFuture.completedFuture(
          new Facts().put("name", challenge).finding(Outcome.NOT_CONFIGURED));
    }
    return inquiry
        .asker()
        .askAll(resolvers, challenge, Type.TXT, DnsQuery.Option.RECURSE)
        .thenCombine(
            inquiry.lookups().chain(challenge, Type.TXT),
            (answers, chain) -> finding(challenge, answers, chain));
  }

  private static Finding finding(
      Name challenge, SortedMap<NameServer, DnsAnswer> answers, Chain chain) {
    SortedSet<String> truth = new TreeSet<>();
    chain.last().answers().values().forEach(one -> truth.addAll(one.reply().texts()));
    List<NameServer> lagging = new ArrayList<>();
    answers.forEach(
        (resolver, answer) -> {
          if (answer.kind().isAbout() && !truth.equals(new TreeSet<>(answer.reply().texts()))) {
            lagging.add(resolver);
          }
        });
    Facts facts = new Facts();
    facts.put("name", challenge).all("authoritative", truth).servers("lagging", lagging);
    tell(facts, answers);
    return facts.finding(outcome(answers, truth, lagging));
  }

  private static Outcome outcome(
      SortedMap<NameServer, DnsAnswer> answers, Set<String> truth, List<NameServer> lagging) {
    if (answers.values().stream().anyMatch(one -> one.kind() == DnsAnswer.Kind.SERVFAIL)) {
      return Outcome.SERVFAIL;
    }
    if (answers.values().stream().noneMatch(one -> one.kind().isAbout())) {
      return Outcome.UNREACHABLE;
    }
    if (!lagging.isEmpty()) {
      return Outcome.LAGGING;
    }
    return truth.isEmpty() ? Outcome.ABSENT : Outcome.VISIBLE;
  }

  private static void tell(Facts facts, SortedMap<NameServer, DnsAnswer> answers) {
    List<String> found = new ArrayList<>();
    SortedSet<String> ede = new TreeSet<>();
    long positive = -1;
    long negative = -1;
    for (var one : answers.entrySet()) {
      DnsAnswer answer = one.getValue();
      answer.reply().texts().forEach(text -> found.add(one.getKey().label() + ": " + text));
      String error = answer.exchange().ede();
      if (error != null) {
        ede.add(error);
      }
      positive = Math.max(positive, ttl(answer));
      negative = Math.max(negative, negativeTtl(answer));
    }
    facts.all("found", found).all("ede", ede).all("errors", Errors.of(answers));
    facts.put("remaining-ttl", positive < 0 ? "" : Long.toString(positive));
    facts.put("negative-ttl", negative < 0 ? "" : Long.toString(negative));
    if (facts.has("errors")) {
      boolean all = answers.values().stream().noneMatch(one -> one.kind().isAbout());
      facts.put("extent", all ? "all" : "some");
    }
  }

  private static long ttl(DnsAnswer answer) {
    return answer.reply().answer().stream()
        .filter(one -> one.getType() == Type.TXT)
        .mapToLong(Record::getTTL)
        .max()
        .orElse(-1);
  }

  /** How long a negative answer is kept (RFC 2308 section 5). */
  private static long negativeTtl(DnsAnswer answer) {
    return answer.reply().authority().stream()
        .filter(SOARecord.class::isInstance)
        .map(SOARecord.class::cast)
        .mapToLong(soa -> Math.min(soa.getTTL(), soa.getMinimum()))
        .max()
        .orElse(-1);
  }
}
