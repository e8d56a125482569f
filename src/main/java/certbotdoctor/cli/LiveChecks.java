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
 * where the user named a resolver, and this host's own view only for this host's own log. What was
 * not asked is told.
 */
final class LiveChecks implements ProbeRunner {
  private static final Set<String> RESERVED_TOP =
      Set.of("test", "example", "invalid", "localhost", "local", "internal");
  private static final Set<String> RESERVED = Set.of("example.com", "example.net", "example.org");

  /** The check of the host's own view. */
  private static final String LOCAL = "dns.local";

  private final ProbeRunner network;
  private final boolean resolverNamed;
  private final boolean ofThisHost;
  private final Set<String> refused = new LinkedHashSet<>();
  private final LiveShortfalls shortfalls = new LiveShortfalls();
  private boolean localRefused;

  /** Checks for a failure of this host. */
  LiveChecks(ProbeRunner network, boolean resolverNamed) {
    this(network, resolverNamed, true);
  }

  /**
   * Checks through a runner.
   *
   * @param resolverNamed whether the user named a resolver
   * @param ofThisHost whether the log is this host's, so that its own resolver tells something
   */
  LiveChecks(ProbeRunner network, boolean resolverNamed, boolean ofThisHost) {
    this.network = network;
    this.resolverNamed = resolverNamed;
    this.ofThisHost = ofThisHost;
  }

  @Override
  public Map<ProbeRequest, ProbeResult> run(Collection<ProbeRequest> requests) {
    List<ProbeRequest> allowed = new ArrayList<>();
    Map<ProbeRequest, ProbeResult> results = new LinkedHashMap<>();
    for (ProbeRequest request : requests) {
      if (mayAsk(request)) {
        allowed.add(request);
      } else {
        results.put(
            request,
            new ProbeResult(
                request, Outcome.NOT_RUN_OFFLINE, Slots.NONE, List.of(), Instant.EPOCH));
      }
    }
    if (!allowed.isEmpty()) {
      results.putAll(network.run(allowed));
    }
    results.values().forEach(shortfalls::note);
    return results;
  }

  private boolean mayAsk(ProbeRequest request) {
    String domain = request.slots().get("domain", "");
    if (!resolverNamed && reserved(domain)) {
      refused.add(domain);
      return false;
    }
    if (!ofThisHost && request.probe().equals(LOCAL)) {
      localRefused = true;
      return false;
    }
    return true;
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
    if (localRefused) {
      all.add(
          Analysis.notChecked(
              "what this host's own resolver sees",
              "the log is not known to be this host's; --config-dir would tell"));
    }
    all.addAll(shortfalls.told());
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
