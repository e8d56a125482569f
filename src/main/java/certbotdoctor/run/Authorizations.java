package certbotdoctor.run;

import certbotdoctor.core.ChallengeType;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The authorizations of a certificate, as the CA's own JSON shows them (RFC 8555 section 7.1.4).
 */
final class Authorizations {
  /** One authorization; the token of its dns-01 challenge names it. */
  static final class Authorization {
    final String name;
    final boolean wildcard;
    @Nullable String dnsToken;
    @Nullable ChallengeType attempted;
    String status = "pending";
    boolean everPending;

    Authorization(String name, boolean wildcard) {
      this.name = name;
      this.wildcard = wildcard;
    }
  }

  private final Map<String, Authorization> byToken = new LinkedHashMap<>();

  /** Notes an authorization object. */
  void add(JsonNode node) {
    String value = node.path("identifier").path("value").asText("");
    boolean wildcard = node.path("wildcard").asBoolean() || value.startsWith("*.");
    String name = value.startsWith("*.") ? value.substring(2) : value;
    String token = token(node);
    if (name.isEmpty() || token == null) {
      return;
    }
    Authorization authorization =
        byToken.computeIfAbsent(token, key -> new Authorization(name, wildcard));
    authorization.status = node.path("status").asText("pending");
    authorization.everPending |= authorization.status.equals("pending");
    for (JsonNode challenge : node.path("challenges")) {
      challenge(authorization, challenge);
    }
  }

  private static void challenge(Authorization authorization, JsonNode challenge) {
    ChallengeType type = ChallengeType.of(challenge.path("type").asText("")).orElse(null);
    if (type == ChallengeType.DNS_01 && challenge.path("token").isTextual()) {
      authorization.dnsToken = challenge.get("token").asText();
    }
    if (challenge.has("error") || challenge.path("status").asText().equals("valid")) {
      authorization.attempted = type;
    }
  }

  /** The token that names an authorization: of its dns-01 challenge, else of any. */
  private static @Nullable String token(JsonNode node) {
    String any = null;
    for (JsonNode challenge : node.path("challenges")) {
      String token = challenge.path("token").asText(null);
      if (challenge.path("type").asText("").equals("dns-01")) {
        return token;
      }
      any = token == null ? any : token;
    }
    return any;
  }

  /** All of them, in the order of their first appearance. */
  List<Authorization> all() {
    return new ArrayList<>(byToken.values());
  }

  /** Whether an identifier was valid from an earlier order, and was not tried in this run. */
  boolean reused(String name, boolean wildcard) {
    if (byToken.isEmpty()) {
      return false;
    }
    List<Authorization> known =
        byToken.values().stream()
            .filter(a -> a.name.equalsIgnoreCase(name) && a.wildcard == wildcard)
            .toList();
    return !known.isEmpty()
        && known.stream().allMatch(a -> a.status.equals("valid") && !a.everPending);
  }

  /** Those of one identifier that asked for a validation in this run. */
  List<Authorization> of(String name, boolean wildcard) {
    if (byToken.isEmpty()) {
      return List.of();
    }
    return byToken.values().stream()
        .filter(a -> a.name.equalsIgnoreCase(name) && a.wildcard == wildcard)
        .filter(a -> a.everPending || a.status.equals("invalid"))
        .filter(a -> !a.status.equals("deactivated"))
        .toList();
  }
}
