package certbotdoctor.cli;

import certbotdoctor.core.Text;
import certbotdoctor.probe.Outcome;
import certbotdoctor.probe.ProbeResult;
import certbotdoctor.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What live checks could not find out: one sentence for each reason, however many checks it hit.
 */
final class LiveShortfalls {
  /** What is in the way of all checks alike, by the reason that a probe gives. */
  private static final Map<String, String> OBSTACLES =
      Map.of(
          "no-resolver",
          "this host has no resolver configured; name one with --resolver",
          "resolver-silent",
          "no resolver answers: this host has no working network or resolver (--resolver names"
              + " another); nothing said here rests on DNS",
          "resolver-useless",
          "the resolver answers, but names no servers to start from, as behind a captive portal or"
              + " a filter (--resolver names another); nothing said here rests on DNS",
          "port-53-blocked",
          "the resolver answers, but no other name server does: a firewall drops DNS (port 53) from"
              + " this host; nothing said here rests on DNS",
          "port-53-intercepted",
          "something between this host and the Internet answers in place of the name servers that"
              + " were asked (port 53 is intercepted); nothing said here rests on DNS");

  /** Checks by the names that a reader knows. */
  private static final Map<String, String> CHECKS =
      Map.ofEntries(
          Map.entry("dns.txt", "the TXT record"),
          Map.entry("dns.name", "records at wrong names"),
          Map.entry("dns.cname", "aliases"),
          Map.entry("dns.delegation", "the delegation"),
          Map.entry("dns.serials", "the zone's versions"),
          Map.entry("dns.dnssec", "DNSSEC"),
          Map.entry("dns.caa", "CAA"),
          Map.entry("dns.behaviour", "the servers' behaviour"),
          Map.entry("dns.public", "public resolvers"),
          Map.entry("dns.local", "this host's resolver"),
          Map.entry("dns.provider", "the provider"));

  /** Why a single check failed, by the reason that a probe gives; what it was about is added. */
  private static final Map<String, String> FAILURES =
      Map.of(
          "not-public", "an address that cannot be public is not asked: ",
          "not-recorded", "the report that is replayed holds no answer to ",
          "missing-slot", "the log does not tell what this check needs: ",
          "invalid-slot", "the log tells something that DNS cannot hold: ",
          "unknown-probe", "a rule names a check that does not exist: ",
          "bug", "the check broke, which is a fault of this program: ");

  private static final String SPENT =
      "the budget of live checks was spent; --budget gives them more time";

  private static final int NAMES = 3;

  private final Set<String> obstacles = new LinkedHashSet<>();
  private final Set<String> families = new TreeSet<>();
  private final Map<Text, Missed> missed = new LinkedHashMap<>();

  /** What one reason kept from being found out: which checks, of which domains. */
  private record Missed(Set<String> checks, Set<String> domains) {
    Missed() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    Report.NotChecked because(Text why) {
      return new Report.NotChecked(
          Text.prose(String.join(", ", checks) + " of ").plus(names()), why);
    }

    private Text names() {
      List<String> first = domains.stream().limit(NAMES).toList();
      Text text = Text.quoted(String.join(", ", first));
      int more = domains.size() - first.size();
      return more == 0 ? text : text.plus(Text.prose(" and " + more + " more names"));
    }
  }

  /** Takes down why a check has no finding, if it has none. */
  void note(ProbeResult result) {
    families.addAll(family(result));
    String reason = result.facts().get("reason", "it failed");
    if (result.outcome().equals(Outcome.BUDGET_SPENT)) {
      note(result, Text.prose(SPENT));
    } else if (result.outcome().equals(Outcome.FAILED) && OBSTACLES.containsKey(reason)) {
      obstacles.add(reason);
    } else if (result.outcome().equals(Outcome.FAILED)) {
      Text why = Text.prose(FAILURES.getOrDefault(reason, reason + ": "));
      note(result, why.plus(Text.quoted(result.facts().get("detail", ""))));
    }
  }

  private static Set<String> family(ProbeResult result) {
    String family = result.facts().get("unreachable-family", "");
    return family.isEmpty() ? Set.of() : Set.of(family);
  }

  private void note(ProbeResult result, Text why) {
    Missed some = missed.computeIfAbsent(why, key -> new Missed());
    String check = result.request().probe();
    some.checks.add(CHECKS.getOrDefault(check, check));
    some.domains.add(result.request().slots().get("domain", "?"));
  }

  /** What is to be told. */
  List<Report.NotChecked> told() {
    List<Report.NotChecked> all = new ArrayList<>();
    obstacles.forEach(
        reason ->
            all.add(
                Analysis.notChecked("DNS as it is now", OBSTACLES.getOrDefault(reason, reason))));
    for (String family : families) {
      all.add(
          Analysis.notChecked(
              "name servers over " + family,
              "this host reaches none of them over " + family + "; the CA may"));
    }
    missed.forEach((why, some) -> all.add(some.because(why)));
    return all;
  }
}
