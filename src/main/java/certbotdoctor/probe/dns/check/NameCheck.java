package certbotdoctor.probe.dns.check;

import certbotdoctor.probe.ProbeDescriptor;
import certbotdoctor.probe.dns.delegation.Chain;
import certbotdoctor.probe.dns.delegation.Names;
import certbotdoctor.probe.dns.exchange.DnsAnswer;
import certbotdoctor.probe.dns.exchange.Futures;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * Whether the record stands where a person or a provider's form puts it by mistake. A control name
 * beside each hit tells a wildcard record apart.
 */
public final class NameCheck implements DnsCheck {
  private enum Outcome {
    /** The zone's name twice, because a form appends it. */
    DOUBLE_NAME,
    /** At the domain itself. */
    APEX,
    /** At {@code acme-challenge}, without underscore. */
    UNDERSCORE_MISSING,
    /** Below another name of the zone. */
    WRONG_SUBDOMAIN,
    /** At {@code _acme-challenge} below the CNAME's target, instead of at the target. */
    CNAME_TARGET_PREFIXED,
    /** Only a wildcard record answers. */
    WILDCARD,
    /** Nowhere that was looked. */
    NONE,
    /** The servers do not answer. */
    ERROR
  }

  private static final ProbeDescriptor DESCRIPTOR =
      Descriptors.of(
          "dns.name",
          Outcome.class,
          Set.of("expected"),
          Set.of("name", "zone", "at", "value", "match", "also", "looked-at", "wildcard"));

  private record Candidate(Outcome outcome, Name name, boolean onlyExpected) {}

  private record Hit(Candidate candidate, List<String> values, boolean wild) {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public CompletableFuture<Finding> run(Inquiry inquiry) {
    return inquiry
        .lookups()
        .chain(inquiry.challenge(), Type.TXT)
        .thenCompose(chain -> search(inquiry, chain));
  }

  private static CompletableFuture<Finding> search(Inquiry inquiry, Chain chain) {
    List<NameServer> own = answering(chain.first());
    List<NameServer> atTarget = answering(chain.last());
    if (own.isEmpty()) {
      return CompletableFuture.completedFuture(
          new Facts().put("name", chain.first().name()).finding(Outcome.ERROR));
    }
    List<CompletableFuture<Hit>> hits = new ArrayList<>();
    List<Candidate> candidates = candidates(inquiry, chain);
    for (Candidate candidate : candidates) {
      boolean target = candidate.outcome == Outcome.CNAME_TARGET_PREFIXED;
      List<NameServer> servers = target && !atTarget.isEmpty() ? atTarget : own;
      Name zone = (target ? chain.last() : chain.first()).walk().zone().apex();
      hits.add(look(inquiry, servers, zone, candidate));
    }
    return Futures.all(hits).thenApply(all -> finding(inquiry, chain, all));
  }

  private static List<NameServer> answering(Chain.Step step) {
    return step.answers().entrySet().stream()
        .filter(one -> one.getValue().kind().isAbout())
        .map(one -> one.getKey())
        .toList();
  }

  private static List<Candidate> candidates(Inquiry inquiry, Chain chain) {
    Name domain = inquiry.domain();
    Name zone = chain.first().walk().zone().apex();
    Name challenge = chain.first().name();
    Name base = domain.subdomain(zone) ? zone : domain;
    Set<Candidate> all = new LinkedHashSet<>();
    String relative = Names.text(challenge);
    add(all, Outcome.DOUBLE_NAME, Names.below(relative, domain), false);
    add(all, Outcome.DOUBLE_NAME, Names.below(relative, base), false);
    add(all, Outcome.UNDERSCORE_MISSING, Names.below("acme-challenge", domain), false);
    add(all, Outcome.CNAME_TARGET_PREFIXED, prefixedTarget(chain), false);
    add(all, Outcome.APEX, Optional.of(domain), false);
    add(all, Outcome.WRONG_SUBDOMAIN, Names.below(Inquiry.LABEL, challenge), false);
    add(all, Outcome.WRONG_SUBDOMAIN, Names.below(Inquiry.LABEL + ".www", domain), true);
    add(all, Outcome.WRONG_SUBDOMAIN, Names.below(Inquiry.LABEL, base), true);
    add(all, Outcome.APEX, Optional.of(base), true);
    all.removeIf(one -> one.name.equals(challenge));
    return List.copyOf(all);
  }

  private static Optional<Name> prefixedTarget(Chain chain) {
    return chain.first().alias().flatMap(target -> Names.below(Inquiry.LABEL, target));
  }

  private static void add(
      Set<Candidate> all, Outcome outcome, Optional<Name> name, boolean onlyExpected) {
    name.filter(one -> all.stream().noneMatch(known -> known.name.equals(one)))
        .ifPresent(one -> all.add(new Candidate(outcome, one, onlyExpected)));
  }

  private static CompletableFuture<Hit> look(
      Inquiry inquiry, List<NameServer> servers, Name zone, Candidate candidate) {
    return texts(inquiry, servers, candidate.name)
        .thenCompose(
            values -> {
              List<String> telling = telling(inquiry, candidate, values);
              return telling.isEmpty()
                  ? CompletableFuture.completedFuture(new Hit(candidate, telling, false))
                  : control(inquiry, servers, zone, candidate.name)
                      .thenApply(wild -> new Hit(candidate, telling, wild.containsAll(telling)));
            });
  }

  /** What a name that nobody made has beside a hit; nothing is beside the apex of a zone. */
  private static CompletableFuture<List<String>> control(
      Inquiry inquiry, List<NameServer> servers, Name zone, Name hit) {
    return Names.below(CnameCheck.CONTROL, Names.parent(hit))
        .filter(name -> Names.parent(name).subdomain(zone))
        .map(name -> texts(inquiry, servers, name))
        .orElse(CompletableFuture.completedFuture(List.of()));
  }

  private static CompletableFuture<List<String>> texts(
      Inquiry inquiry, List<NameServer> servers, Name name) {
    return inquiry
        .asker()
        .askAny(servers, name, Type.TXT, answer -> answer.kind() == DnsAnswer.Kind.RECORDS)
        .thenApply(heard -> heard.answer().reply().texts());
  }

  /**
   * The values that speak for a mistake: the expected one, or one that looks like a challenge's.
   */
  private static List<String> telling(Inquiry inquiry, Candidate candidate, List<String> values) {
    List<String> expected = inquiry.list("expected");
    return values.stream()
        .filter(
            value ->
                expected.contains(value) || (!candidate.onlyExpected && TxtForm.isDigest(value)))
        .toList();
  }

  private static Finding finding(Inquiry inquiry, Chain chain, List<Hit> hits) {
    List<Hit> found = hits.stream().filter(hit -> !hit.values.isEmpty()).toList();
    List<Hit> real = found.stream().filter(hit -> !hit.wild).toList();
    Facts facts = new Facts();
    facts
        .put("name", chain.first().name())
        .put("zone", chain.first().walk().zone().apex())
        .names("looked-at", hits.stream().map(hit -> hit.candidate.name).toList())
        .flag("wildcard", real.size() < found.size());
    if (real.isEmpty()) {
      return facts.finding(found.isEmpty() ? Outcome.NONE : Outcome.WILDCARD);
    }
    Hit first = real.get(0);
    boolean expected = inquiry.list("expected").stream().anyMatch(first.values::contains);
    facts
        .put("at", first.candidate.name)
        .all("value", first.values)
        .put("match", expected ? "expected" : "digest")
        .names("also", real.stream().skip(1).map(hit -> hit.candidate.name).toList());
    return facts.finding(first.candidate.outcome);
  }
}
