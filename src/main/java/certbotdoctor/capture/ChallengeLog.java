package certbotdoctor.capture;

import certbotdoctor.acme.KeyAuthorization;
import certbotdoctor.core.ChallengeType;
import certbotdoctor.event.Event;
import certbotdoctor.run.AccountKeys;
import certbotdoctor.run.Traffic;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Learns from a log, while it is written, which challenges there are, what the CA wants to find,
 * and when each record is in place, looked at and removed. Not for use by several threads at once.
 */
final class ChallengeLog {
  private static final String LABEL = "_acme-challenge.";

  private final WrappedCommand command;
  private final AccountKeys keys;
  private final Traffic traffic;
  private final Clock clock;
  private final LogClock logClock = new LogClock();
  private final List<Challenge> challenges = new ArrayList<>();
  private boolean own;
  private boolean hookRuns;

  ChallengeLog(WrappedCommand command, AccountKeys keys, Clock clock) {
    this.command = command;
    this.keys = keys;
    this.traffic = new Traffic(keys);
    this.clock = clock;
  }

  /** The challenges so far, in the order in which they came up. */
  List<Challenge> challenges() {
    return challenges;
  }

  /** Whether a run of the command itself was seen. */
  boolean own() {
    return own;
  }

  /** Takes the events of one record. */
  void accept(List<Event> events) {
    for (Event event : events) {
      if (event.kind() == Event.Kind.RUN_STARTED) {
        own = true;
      } else if (event instanceof Event.Arguments arguments) {
        own = own && command.isOwn(arguments.arguments());
      }
    }
    if (!own) {
      return;
    }
    if (hookRuns && !events.isEmpty()) {
      // whatever follows the start of a hook was written after its end
      hookRuns = false;
      Instant at = at(events.get(0));
      next(one -> one.started && one.deployed == null).ifPresent(one -> one.deployed(at));
    }
    events.forEach(this::accept);
    compute();
  }

  private void accept(Event event) {
    Instant at = at(event);
    switch (event.kind()) {
      case ACME_REQUEST -> request((Event.AcmeRequest) event, at);
      case ACME_RESPONSE -> traffic.response((Event.AcmeResponse) event);
      case ACCOUNT_PICKED -> traffic.picked((Event.AccountPicked) event);
      case ACME_OBJECT -> authorization(((Event.AcmeObject) event).body());
      case CHALLENGE_STARTED -> started((Event.ChallengeStarted) event);
      case EXPECTED_TXT -> expected((Event.ExpectedTxt) event, at);
      case CLIENT_MESSAGE -> message((Event.ClientMessage) event, at);
      case PROPAGATION_WAIT -> waits(((Event.PropagationWait) event).seconds(), at);
      case MARK -> hookRuns |= ((Event.Mark) event).phrase().equals("manual-auth-hook");
      case CLEANUP_STARTED -> open().forEach(one -> one.ended = at);
      default -> {}
    }
  }

  private Instant at(Event event) {
    return logClock.instant(event.origin().at(), clock.instant());
  }

  /** Challenges that are not over. */
  private List<Challenge> open() {
    return challenges.stream().filter(one -> one.ended == null).toList();
  }

  private Optional<Challenge> next(Predicate<Challenge> which) {
    return challenges.stream().filter(one -> one.ended == null).filter(which).findFirst();
  }

  private void request(Event.AcmeRequest request, Instant at) {
    traffic.request(request);
    if (request.method().equals("POST")) {
      next(one -> request.url().equals(one.url) && one.started && one.checked == null)
          .ifPresent(
              one -> {
                one.deployed(at);
                one.checked = at;
              });
    }
  }

  /** A pending authorization with a dns-01 challenge (RFC 8555 section 7.1.4). */
  private void authorization(JsonNode body) {
    String value = body.path("identifier").path("value").asText("");
    if (value.isEmpty() || !body.path("status").asText().equals("pending")) {
      return;
    }
    boolean star = value.startsWith("*.");
    for (JsonNode one : body.path("challenges")) {
      String token = one.path("token").asText("");
      boolean dns = one.path("type").asText().equals(ChallengeType.DNS_01.id());
      if (dns && !token.isEmpty() && challenges.stream().noneMatch(c -> token.equals(c.token))) {
        challenges.add(
            new Challenge(
                star ? value.substring(2) : value,
                star || body.path("wildcard").asBoolean(),
                token,
                one.path("url").asText(null)));
      }
    }
  }

  /** Named at its start and, after a failure, once more. */
  private void started(Event.ChallengeStarted event) {
    if (event.type() != ChallengeType.DNS_01) {
      return;
    }
    String domain = bare(event.identifier());
    boolean known = open().stream().anyMatch(one -> one.domain.equalsIgnoreCase(domain));
    if (!known) {
      Challenge fresh = new Challenge(domain, event.identifier().startsWith("*."), null, null);
      fresh.started = true;
      challenges.add(fresh);
      return;
    }
    next(one -> !one.started && one.domain.equalsIgnoreCase(domain))
        .ifPresent(one -> one.started = true);
  }

  private void expected(Event.ExpectedTxt event, Instant at) {
    Challenge one = tell(event.name(), event.value());
    if (one != null && event.source() == Event.ExpectedTxt.Source.MANUAL_PROMPT) {
      one.prompted = true;
      one.deployed(at);
    }
  }

  private @Nullable Challenge tell(@Nullable String owner, @Nullable String value) {
    if (owner == null || value == null) {
      return null;
    }
    String domain = bare(owner);
    Optional<Challenge> found =
        next(one -> one.domain.equalsIgnoreCase(domain) && one.expected().contains(value))
            .or(() -> next(c -> c.domain.equalsIgnoreCase(domain) && c.told.isEmpty()));
    found.ifPresent(one -> one.told.add(value));
    return found.orElse(null);
  }

  private void message(Event.ClientMessage message, Instant at) {
    String kind = message.match().kind();
    String named = message.match().slots().get("name");
    String owner = named == null ? message.match().slots().get("domain") : named;
    if (kind.equals("expected-txt")) {
      tell(owner, message.match().slots().get("value"));
    } else if (kind.equals("record-added")) {
      Predicate<Challenge> waiting = one -> one.started && one.deployed == null;
      Optional<Challenge> byName =
          owner == null
              ? Optional.empty()
              : next(waiting.and(one -> one.domain.equalsIgnoreCase(bare(owner))));
      byName.or(() -> next(waiting)).ifPresent(one -> one.deployed(at));
    }
  }

  private void waits(int seconds, Instant at) {
    for (Challenge one : open()) {
      if (one.started) {
        one.deployed(at);
        one.waitFrom = one.waitFrom == null ? at : one.waitFrom;
        one.waitSeconds = seconds;
      }
    }
  }

  private void compute() {
    String thumbprint = traffic.thumbprint(keys);
    if (thumbprint == null) {
      return;
    }
    for (Challenge one : challenges) {
      if (one.computed == null && one.token != null) {
        one.computed = new KeyAuthorization(one.token, thumbprint).txtValue();
      }
    }
  }

  /** A domain without star, challenge label and trailing dot. */
  private static String bare(String name) {
    String text = name.toLowerCase(Locale.ROOT);
    text = text.startsWith(LABEL) ? text.substring(LABEL.length()) : text;
    text = text.startsWith("*.") ? text.substring(2) : text;
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
