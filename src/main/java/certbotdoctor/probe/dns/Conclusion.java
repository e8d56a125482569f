package certbotdoctor.probe.dns;

import certbotdoctor.core.Slots;
import certbotdoctor.probe.Outcome;
import certbotdoctor.probe.dns.check.Finding;
import certbotdoctor.probe.dns.check.InvalidSlotException;
import certbotdoctor.probe.dns.delegation.NoNetworkException;
import certbotdoctor.probe.dns.exchange.NotAskedException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What a probe comes to: a finding, or why there is none, in the facts {@code reason} and {@code
 * detail}.
 */
record Conclusion(Outcome outcome, Slots facts) {

  static Conclusion of(Finding finding) {
    return new Conclusion(new Outcome(finding.outcome()), finding.facts());
  }

  static Conclusion of(Throwable error) {
    Throwable cause = error;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof NotAskedException notAsked) {
      return of(notAsked);
    }
    if (cause instanceof NoNetworkException noNetwork) {
      return failed(word(noNetwork.reason()), "");
    }
    if (cause instanceof InvalidSlotException invalid) {
      return failed("invalid-slot", invalid.slot());
    }
    return failed("bug", cause.toString());
  }

  private static Conclusion of(NotAskedException notAsked) {
    return switch (notAsked.reason()) {
      case OFFLINE -> new Conclusion(Outcome.NOT_RUN_OFFLINE, Slots.NONE);
      case BUDGET_SPENT -> new Conclusion(Outcome.BUDGET_SPENT, Slots.NONE);
      case NOT_PUBLIC, NOT_RECORDED -> failed(word(notAsked.reason()), notAsked.getMessage());
    };
  }

  static Conclusion failed(String reason, @Nullable String detail) {
    Slots facts = Slots.of("reason", reason);
    return new Conclusion(
        Outcome.FAILED, detail == null || detail.isEmpty() ? facts : facts.with("detail", detail));
  }

  private static String word(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
