package certbotdoctor.cli;

import certbotdoctor.core.Slots;
import certbotdoctor.core.Text;
import certbotdoctor.probe.Outcome;
import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeResult;
import certbotdoctor.probe.ProbeRunner;
import certbotdoctor.report.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Live checks by the rules of when the network is asked: reserved names (RFC 2606, RFC 6761) only
 * where the user named a resolver. What was not asked is told.
 */
final class LiveChecks implements ProbeRunner {
  private static final Set<String> RESERVED_TOP =
      Set.of("test", "example", "invalid", "localhost", "local", "internal");
  private static final Set<String> RESERVED = Set.of("example.com", "example.net", "example.org");

  private final ProbeRunner network;
  private final boolean resolverNamed;
  private final Set<String> refused = new LinkedHashSet<>();
  private final Map<String, String> failures = new LinkedHashMap<>();

  LiveChecks(ProbeRunner network, boolean resolverNamed) {
    this.network = network;
    this.resolverNamed = resolverNamed;
  }

  @Override
  public Map<ProbeRequest, ProbeResult> run(Collection<ProbeRequest> requests) {
    List<ProbeRequest> allowed = new ArrayList<>();
    Map<ProbeRequest, ProbeResult> results = new LinkedHashMap<>();
    for (ProbeRequest request : requests) {
      String domain = request.slots().get("domain", "");
      if (!resolverNamed && reserved(domain)) {
        refused.add(domain);
        results.put(
            request,
            new ProbeResult(
                request, Outcome.NOT_RUN_OFFLINE, Slots.NONE, List.of(), Instant.EPOCH));
      } else {
        allowed.add(request);
      }
    }
    if (!allowed.isEmpty()) {
      results.putAll(network.run(allowed));
    }
    results.values().forEach(this::note);
    return results;
  }

  private void note(ProbeResult result) {
    String what = result.request().probe() + " for " + result.request().slots().get("domain", "?");
    if (result.outcome().equals(Outcome.BUDGET_SPENT)) {
      failures.put(what, "the time budget was spent");
    } else if (result.outcome().equals(Outcome.FAILED)) {
      String reason = result.facts().get("reason", "it failed");
      failures.put(
          what,
          reason
              + result.facts().values().entrySet().stream()
                  .filter(fact -> fact.getKey().equals("detail"))
                  .map(fact -> " " + fact.getValue())
                  .findFirst()
                  .orElse(""));
    }
  }

  /** What was not asked, and why. */
  List<Report.NotChecked> notChecked() {
    List<Report.NotChecked> all = new ArrayList<>();
    for (String name : refused) {
      all.add(
          new Report.NotChecked(
              Text.prose("DNS of ").plus(Text.quoted(name)),
              Text.prose("a reserved name (RFC 2606, RFC 6761) is asked only with --resolver")));
    }
    failures.forEach(
        (what, why) -> all.add(new Report.NotChecked(Text.quoted(what), Text.quoted(why))));
    return all;
  }

  /** Whether a name is reserved for documentation, tests or local use. */
  static boolean reserved(String domain) {
    String name = domain.toLowerCase(Locale.ROOT);
    String top = name.substring(name.lastIndexOf('.') + 1);
    return RESERVED_TOP.contains(top)
        || RESERVED.contains(name)
        || RESERVED.stream().anyMatch(reserved -> name.endsWith("." + reserved));
  }
}
