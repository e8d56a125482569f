package certbotdoctor.diagnose;

import certbotdoctor.core.Slots;
import certbotdoctor.probe.Outcome;
import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeResult;
import certbotdoctor.rules.Provider;
import certbotdoctor.rules.RuleSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What live checks found against the plugin that writes: the provider that serves a domain against
 * the one that the client writes to, and an alias against what the plugin makes of it. The checks
 * only tell what is in DNS; the rest is known from the providers' data.
 */
public final class ProviderComparison {
  /** The check that names the servers. */
  static final String PROBE = "dns.provider";

  /** Slot: the plugin of the provider that serves the domain, where it is another. */
  static final String SERVING_PLUGIN = "serving-plugin";

  /** Slot: the option of that plugin that names its credentials file. */
  static final String SERVING_OPTION = "serving-credentials-option";

  private static final String CNAME = "dns.cname";

  /** Outcomes of an alias whose target has no record. */
  private static final Set<String> EMPTY_TARGET = Set.of("DANGLING", "TARGET_WITHOUT_TXT");

  /** Outcomes that the comparison puts in the place of those of the checks. */
  private enum Comparison {
    /** All servers belong to the provider that the client writes to. */
    SAME_PROVIDER,
    /** The servers belong to another provider. */
    OTHER_PROVIDER,
    /** The target of the alias has no record, and the plugin never writes there. */
    NOT_FOLLOWED
  }

  private final RuleSet rules;

  ProviderComparison(RuleSet rules) {
    this.rules = rules;
  }

  /** Outcomes of a probe that rules may name, besides those of the probe itself. */
  public static Set<String> outcomes(String probe) {
    if (probe.equals(PROBE)) {
      return Set.of(Comparison.SAME_PROVIDER.name(), Comparison.OTHER_PROVIDER.name());
    }
    return probe.equals(CNAME) ? Set.of(Comparison.NOT_FOLLOWED.name()) : Set.of();
  }

  /** Facts of a probe that rules may name, besides those of the probe itself. */
  public static Set<String> facts(String probe) {
    if (probe.equals(PROBE)) {
      return Set.of("written-to", "served-by", SERVING_PLUGIN, SERVING_OPTION);
    }
    return probe.equals(CNAME) ? Set.of("written-by") : Set.of();
  }

  /**
   * The answers with the comparison made for a subject's plugin.
   *
   * @param results all answers
   * @param asked what was asked about the subject
   */
  Answers compared(
      Subject subject, Map<ProbeRequest, ProbeResult> results, Set<ProbeRequest> asked) {
    Provider written = rules.provider(Authenticators.plugin(subject)).orElse(null);
    if (written == null) {
      return results::get;
    }
    boolean compares = !written.nameServers().isEmpty() && !aliased(results, asked);
    // plugins of the same name in other clients may follow aliases
    boolean stays =
        Authenticators.isCertbot(subject) && written.slots().has(Provider.IGNORES_CNAME);
    return request -> {
      ProbeResult result = results.get(request);
      if (result == null) {
        return null;
      }
      return compares && request.probe().equals(PROBE)
          ? compared(written, result)
          : stays ? notFollowed(written, result) : result;
    };
  }

  private static ProbeResult notFollowed(Provider written, ProbeResult result) {
    if (!result.request().probe().equals(CNAME) || !EMPTY_TARGET.contains(result.outcome().id())) {
      return result;
    }
    Slots facts = result.facts().with(Slots.of("written-by", written.id()));
    Outcome outcome = new Outcome(Comparison.NOT_FOLLOWED.name());
    return new ProbeResult(result.request(), outcome, facts, result.trace(), result.at());
  }

  /** Whether a challenge name is an alias; the record is then rightly elsewhere. */
  private static boolean aliased(Map<ProbeRequest, ProbeResult> results, Set<ProbeRequest> asked) {
    for (ProbeRequest request : asked) {
      ProbeResult result = request.probe().equals(CNAME) ? results.get(request) : null;
      if (result != null
          && !List.of("NONE", "ERROR").contains(result.outcome().id())
          && result.facts().has("target")) {
        return true;
      }
    }
    return false;
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
    if (comparison == Comparison.OTHER_PROVIDER) {
      facts = facts.with(plugin(servers));
    }
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

  /** The plugin to use instead; nothing where there are several owners, or none has a plugin. */
  private Slots plugin(List<String> servers) {
    Set<Provider> owners = new LinkedHashSet<>();
    servers.forEach(name -> rules.providerOf(name).ifPresent(owners::add));
    Provider owner = owners.iterator().next();
    boolean usable = owners.size() == 1 && owner.slots().has("provider.package.pip");
    return usable
        ? Slots.of(SERVING_PLUGIN, owner.id())
            .with(SERVING_OPTION, owner.slots().get("provider.credentials.option"))
        : Slots.NONE;
  }

  private String owners(List<String> servers) {
    Set<String> names = new TreeSet<>();
    servers.forEach(name -> rules.providerOf(name).ifPresent(one -> names.add(one.name())));
    return String.join(" and ", names);
  }
}
