package certbotdoctor.diagnose;

import certbotdoctor.core.Slots;
import certbotdoctor.probe.Outcome;
import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeResult;
import certbotdoctor.rules.Provider;
import certbotdoctor.rules.RuleSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The provider that serves a domain against the one that the client writes to. The live check only
 * names the servers; whose they are is known from the providers' data.
 */
public final class ProviderComparison {
  /** The check that names the servers. */
  private static final String PROBE = "dns.provider";

  private static final String CNAME = "dns.cname";

  /** Outcomes that the comparison puts in the place of FOUND. */
  private enum Comparison {
    /** All servers belong to the provider that the client writes to. */
    SAME_PROVIDER,
    /** The servers belong to another provider. */
    OTHER_PROVIDER
  }

  private final RuleSet rules;

  ProviderComparison(RuleSet rules) {
    this.rules = rules;
  }

  /** Outcomes of a probe that rules may name, besides those of the probe itself. */
  public static Set<String> outcomes(String probe) {
    return probe.equals(PROBE)
        ? Set.of(Comparison.SAME_PROVIDER.name(), Comparison.OTHER_PROVIDER.name())
        : Set.of();
  }

  /** Facts of a probe that rules may name, besides those of the probe itself. */
  public static Set<String> facts(String probe) {
    return probe.equals(PROBE) ? Set.of("written-to", "served-by") : Set.of();
  }

  /** The answers with the comparison made for a subject's plugin. */
  Map<ProbeRequest, ProbeResult> compared(Subject subject, Map<ProbeRequest, ProbeResult> results) {
    Provider written = rules.provider(Authenticators.plugin(subject)).orElse(null);
    if (written == null || written.nameServers().isEmpty() || aliased(results)) {
      return results;
    }
    Map<ProbeRequest, ProbeResult> all = new LinkedHashMap<>(results);
    all.replaceAll(
        (request, result) -> request.probe().equals(PROBE) ? compared(written, result) : result);
    return all;
  }

  /** Whether a challenge name is an alias; the record is then rightly elsewhere. */
  private static boolean aliased(Map<ProbeRequest, ProbeResult> results) {
    return results.values().stream()
        .anyMatch(
            one ->
                one.request().probe().equals(CNAME)
                    && !List.of("NONE", "ERROR").contains(one.outcome().id())
                    && one.facts().has("target"));
  }

  private ProbeResult compared(Provider written, ProbeResult result) {
    List<String> servers =
        List.of(result.facts().get("ns", "").split(",\\s*")).stream()
            .filter(name -> !name.isBlank())
            .toList();
    Comparison comparison = comparison(written, servers);
    if (comparison == null) {
      return result;
    }
    Slots facts =
        result.facts().with(Slots.of("written-to", written.name(), "served-by", owners(servers)));
    return new ProbeResult(
        result.request(), new Outcome(comparison.name()), facts, result.trace(), result.at());
  }

  /** Null where it cannot be told: servers under names of their own may belong to anybody. */
  private @Nullable Comparison comparison(Provider written, List<String> servers) {
    if (!servers.isEmpty() && servers.stream().allMatch(written::serves)) {
      return Comparison.SAME_PROVIDER;
    }
    boolean others =
        !servers.isEmpty()
            && servers.stream().noneMatch(written::serves)
            && servers.stream().map(rules::providerOf).allMatch(Optional::isPresent);
    return others ? Comparison.OTHER_PROVIDER : null;
  }

  private String owners(List<String> servers) {
    Set<String> names = new TreeSet<>();
    servers.forEach(name -> rules.providerOf(name).ifPresent(one -> names.add(one.name())));
    return String.join(" and ", names);
  }
}
