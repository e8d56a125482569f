package certbotdoctor.rules;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All rules and providers.
 *
 * @param rules by id
 * @param providers by id
 * @param notices by id
 */
public record RuleSet(List<Rule> rules, List<Provider> providers, List<NoticeRule> notices) {
  /** Copies the lists. */
  public RuleSet {
    rules = List.copyOf(rules);
    providers = List.copyOf(providers);
    notices = List.copyOf(notices);
  }

  /** The rule of a cause. */
  public Optional<Rule> rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
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
