package certbotdoctor.rules;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All rules and providers. Immutable. */
public final class RuleSet {
  private final List<Suspicion> suspicions;
  private final List<Provider> providers;
  private final List<NoticeRule> notices;

  /**
   * A rule base.
   *
   * @param suspicions when to think of which rule, by id
   * @param providers by id
   * @param notices by id
   */
  public RuleSet(List<Suspicion> suspicions, List<Provider> providers, List<NoticeRule> notices) {
    this.suspicions = List.copyOf(suspicions);
    this.providers = List.copyOf(providers);
    this.notices = List.copyOf(notices);
  }

  /** All rules, by id. */
  public List<Rule> rules() {
    return suspicions.stream().map(Suspicion::rule).toList();
  }

  /** All providers, by id. */
  public List<Provider> providers() {
    return providers;
  }

  /** All notices, by id. */
  public List<NoticeRule> notices() {
    return notices;
  }

  /** When to think of which rule, by id. */
  public List<Suspicion> suspicions() {
    return suspicions;
  }

  /** The rule of a cause. */
  public Optional<Rule> rule(String id) {
    return suspicions.stream()
        .filter(suspicion -> suspicion.id().equals(id))
        .findFirst()
        .map(Suspicion::rule);
  }

  /** The provider of a plugin, by any of its names. */
  public Optional<Provider> provider(@Nullable String plugin) {
    return plugin == null
        ? Optional.empty()
        : providers.stream().filter(provider -> provider.named(plugin)).findFirst();
  }

  /** The provider whose programming interface is at a host. */
  public Optional<Provider> providerAt(String apiHost) {
    return providers.stream().filter(provider -> provider.apiHosts().contains(apiHost)).findFirst();
  }

  /** The provider that a name server belongs to. */
  public Optional<Provider> providerOf(String nameServer) {
    return providers.stream().filter(provider -> provider.serves(nameServer)).findFirst();
  }
}
