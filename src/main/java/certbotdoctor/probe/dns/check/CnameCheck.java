package certbotdoctor.probe.dns.check;

import certbotdoctor.probe.ProbeDescriptor;
import certbotdoctor.probe.dns.delegation.Chain;
import certbotdoctor.probe.dns.delegation.Names;
import certbotdoctor.probe.dns.delegation.Walk;
import certbotdoctor.probe.dns.exchange.DnsAnswer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** Whether an alias stands at the challenge name, and whether it leads to a TXT record. */
public final class CnameCheck implements DnsCheck {
  private enum Outcome {
    /** No alias. */
    NONE,
    /** An alias that leads to TXT records. */
    CORRECT,
    /** The target does not exist. */
    DANGLING,
    /** The target exists, without TXT records. */
    TARGET_WITHOUT_TXT,
    /** The aliases lead round. */
    LOOP,
    /** More aliases than a resolver follows. */
    TOO_LONG,
    /** The alias comes from a wildcard, not from a record of this name. */
    WILDCARD_CAPTURE,
    /** Other records beside the CNAME, which RFC 2181 section 10.1 forbids. */
    COEXISTS,
    /** The servers of the name, or of the target, do not answer. */
    ERROR
  }

  private static final ProbeDescriptor DESCRIPTOR =
      Descriptors.of(
          "dns.cname",
          Outcome.class,
          Set.of("name"),
          Set.of(
              "name",
              "chain",
              "steps",
              "target",
              "alias-end",
              "target-zone",
              "target-zone-missing",
              "dname",
              "found",
              "errors"));

  /** A label that nobody has by chance. */
  static final String CONTROL = "certbot-doctor-control-7f3a";

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public CompletableFuture<Finding> run(Inquiry inquiry) {
    return inquiry
        .lookups()
        .chain(inquiry.challenge(), Type.TXT)
        .thenCompose(chain -> wildcard(inquiry, chain).thenApply(wild -> finding(chain, wild)));
  }

  /** Whether a name that nobody made has the same alias. */
  private static CompletableFuture<Boolean> wildcard(Inquiry inquiry, Chain chain) {
    Chain.Step first = chain.first();
    List<Name> control =
        Names.below(CONTROL, Names.parent(first.name())).map(List::of).orElse(List.of());
    if (first.alias().isEmpty() || first.byDname() || control.isEmpty()) {
      return CompletableFuture.completedFuture(false);
    }
    return inquiry
        .asker()
        .askAny(
            List.copyOf(first.answers().keySet()),
            control.get(0),
            Type.TXT,
            answer -> answer.kind().isAbout())
        .thenApply(heard -> heard.answer().reply().alias(control.get(0)).equals(first.alias()));
  }

  private static Finding finding(Chain chain, boolean wildcard) {
    Facts facts = new Facts();
    Chain.Step last = chain.last();
    facts.put("name", chain.first().name());
    if (chain.first().alias().isPresent()) {
      boolean missing = last.walk().end() == Walk.End.NO_SUCH_DOMAIN;
      facts
          .put("chain", chain.text())
          .put("steps", chain.steps().size() - 1)
          .put("target", chain.first().alias().get())
          .put("alias-end", chain.end() == Chain.End.REACHED ? Names.text(last.name()) : "")
          .put("target-zone", last.walk().zone().apex())
          .flag("target-zone-missing", missing)
          .flag("dname", chain.steps().stream().anyMatch(Chain.Step::byDname))
          .all("found", texts(last));
    }
    facts.all("errors", Errors.of(last.answers()));
    return facts.finding(outcome(chain, wildcard));
  }

  private static List<String> texts(Chain.Step step) {
    return step.answers().values().stream()
        .flatMap(answer -> answer.reply().texts().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static Outcome outcome(Chain chain, boolean wildcard) {
    Chain.Step first = chain.first();
    if (first.alias().isEmpty()) {
      return first.isAnswered() ? Outcome.NONE : Outcome.ERROR;
    }
    if (wildcard) {
      return Outcome.WILDCARD_CAPTURE;
    }
    if (coexists(first)) {
      return Outcome.COEXISTS;
    }
    return switch (chain.end()) {
      case LOOP -> Outcome.LOOP;
      case TOO_LONG -> Outcome.TOO_LONG;
      case REACHED -> target(chain.last());
    };
  }

  private static boolean coexists(Chain.Step step) {
    return step.answers().values().stream()
        .anyMatch(answer -> !answer.reply().answers(step.name(), Type.TXT).isEmpty());
  }

  private static Outcome target(Chain.Step last) {
    if (!texts(last).isEmpty()) {
      return Outcome.CORRECT;
    }
    if (!last.isAnswered()) {
      return Outcome.ERROR;
    }
    return last.any(DnsAnswer.Kind.NXDOMAIN) ? Outcome.DANGLING : Outcome.TARGET_WITHOUT_TXT;
  }
}
