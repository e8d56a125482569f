package certbotdoctor.event;

import certbotdoctor.ca.CaText;
import certbotdoctor.ca.CaTextReader;
import certbotdoctor.core.ChallengeType;
import certbotdoctor.event.Event.Channel;
import certbotdoctor.event.Event.Origin;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes JSON apart: ACME objects (RFC 8555 section 7.1) and problem documents (RFC 7807) become
 * events, wherever in a tree they are; strings that quote a CA are read like any other text.
 */
final class AcmeObjects {
  private static final int DEPTH = 12;

  private final CaTextReader texts;
  private final ProblemScanner scanner;

  AcmeObjects(CaTextReader texts, ProblemScanner scanner) {
    this.texts = texts;
    this.scanner = scanner;
  }

  /** Adds the events of an object on a page. */
  void read(JsonBodies.Body body, Page page) {
    List<Event> events = new ArrayList<>();
    read(body.node(), page.origin(body.start(), body.end()), null, events, 0);
    events.forEach(event -> page.add(body.start(), event));
  }

  private void read(
      JsonNode node, Origin origin, @Nullable String identifier, List<Event> events, int depth) {
    if (depth > DEPTH) {
      return;
    }
    if (node.isTextual()) {
      scanner.scan(node.asText(), origin, identifier, events);
    } else if (node.isArray()) {
      node.forEach(child -> read(child, origin, identifier, events, depth + 1));
    } else if (node.has("challenges") && node.has("identifier")) {
      authorization(node, origin, events);
    } else if (isChallenge(node)) {
      events.add(new Event.AcmeObject(origin, node));
      challenge(node, origin, identifier, events);
    } else if (isProblem(node)) {
      problem(node, origin, identifier, null, events);
    } else if (node.has("authorizations") || node.has("newOrder") || node.has("keyAuthorization")) {
      events.add(new Event.AcmeObject(origin, node));
      problemOf(node.get("error"), origin, identifier, null, events);
    } else if (node.isObject()) {
      String name = name(node, identifier);
      node.forEach(child -> read(child, origin, name, events, depth + 1));
    }
  }

  private void authorization(JsonNode node, Origin origin, List<Event> events) {
    events.add(new Event.AcmeObject(origin, node));
    String value = node.path("identifier").path("value").asText("");
    String name =
        node.path("wildcard").asBoolean() && !value.startsWith("*.") ? "*." + value : value;
    for (JsonNode challenge : node.path("challenges")) {
      challenge(challenge, origin, name, events);
    }
  }

  private void challenge(
      JsonNode node, Origin origin, @Nullable String identifier, List<Event> events) {
    ChallengeType type = ChallengeType.of(node.path("type").asText("")).orElse(null);
    String name = identifier;
    if (name == null) {
      name = node.path("validationRecord").path(0).path("hostname").asText(null);
    }
    JsonNode error = node.get("error");
    if (error == null && "invalid".equals(node.path("status").asText()) && node.has("validated")) {
      return;
    }
    problemOf(error, origin, name, type, events);
  }

  private void problemOf(
      @Nullable JsonNode error,
      Origin origin,
      @Nullable String identifier,
      @Nullable ChallengeType challenge,
      List<Event> events) {
    if (error != null && error.isObject()) {
      problem(error, origin, identifier, challenge, events);
    }
  }

  private void problem(
      JsonNode node,
      Origin origin,
      @Nullable String identifier,
      @Nullable ChallengeType challenge,
      List<Event> events) {
    String own = field(node, "identifier").path("value").asText(identifier);
    JsonNode parts = field(node, "subproblems");
    if (parts.isArray() && !parts.isEmpty()) {
      parts.forEach(part -> problem(part, origin, own, challenge, events));
      return;
    }
    CaText text = texts.read(field(node, "type").asText(null), field(node, "detail").asText(""));
    events.add(new Event.CaProblem(origin, own, challenge, text, Channel.JSON));
  }

  /** Whether an object is one of ACME's, in which no other program speaks. */
  static boolean known(JsonNode node) {
    return List.of(
            "protected",
            "challenges",
            "authorizations",
            "newOrder",
            "identifiers",
            "contact",
            "token")
        .stream()
        .anyMatch(node::has);
  }

  private static boolean isChallenge(JsonNode node) {
    return ChallengeType.of(node.path("type").asText("")).isPresent()
        && (node.has("status") || node.has("token"));
  }

  private static boolean isProblem(JsonNode node) {
    String type = field(node, "type").asText("");
    return field(node, "detail").isTextual()
        && (type.startsWith("urn:") || (type.isEmpty() && node.path("status").isInt()));
  }

  /** A field of a problem; clients in C# write its name with a capital letter. */
  private static JsonNode field(JsonNode problem, String name) {
    JsonNode value = problem.path(name);
    return value.isMissingNode()
        ? problem.path(Character.toUpperCase(name.charAt(0)) + name.substring(1))
        : value;
  }

  /** The name that a log line in JSON speaks of, by the keys that other clients use. */
  private static @Nullable String name(JsonNode node, @Nullable String otherwise) {
    for (String key : List.of("identifier", "domain", "dnsName", "name", "subject")) {
      JsonNode value = node.get(key);
      if (value != null
          && value.isTextual()
          && value.asText().indexOf('.') > 0
          && value.asText().indexOf(' ') < 0) {
        return value.asText();
      }
    }
    return otherwise;
  }
}
