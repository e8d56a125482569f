package certbotdoctor.ca;

import certbotdoctor.core.Slots;
import certbotdoctor.core.SymptomCode;
import certbotdoctor.grammar.CaProblemParser;
import certbotdoctor.grammar.CaProblemParser.LimitContext;
import certbotdoctor.grammar.CaProblemParser.PausedContext;
import certbotdoctor.grammar.CaProblemParser.RefusedNameContext;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Rate limits of all years (boulder: ratelimits/limiter.go and its predecessors in ra), paused
 * accounts and names that policy refuses, as findings.
 */
final class LimitParts {
  private final CommonTokenStream stream;

  LimitParts(CommonTokenStream stream) {
    this.stream = stream;
  }

  /** A limit that was reached. */
  Finding limit(LimitContext limit) {
    Words tail = Words.of(stream, limit.tail());
    boolean exactSet = tail.first(CaProblemParser.EXACT_SET) != null;
    String form =
        switch (limit.getStart().getType()) {
          case CaProblemParser.LIMIT_CERTIFICATES ->
              exactSet ? "rate-limit-duplicate" : "rate-limit-registered-domain";
          case CaProblemParser.LIMIT_FAILED -> "rate-limit-failed-validations";
          case CaProblemParser.LIMIT_ACCOUNTS -> "rate-limit-accounts";
          case CaProblemParser.LIMIT_ORDERS -> "rate-limit-orders";
          case CaProblemParser.LIMIT_PENDING -> "rate-limit-pending";
          case CaProblemParser.BUSY -> "ca-busy";
          default -> "rate-limit-other";
        };
    return new Finding(SymptomCode.RATE_LIMITED, form, limitSlots(limit, tail, exactSet));
  }

  private static Slots limitSlots(LimitContext limit, Words tail, boolean exactSet) {
    String subject = Names.of(tail.first(CaProblemParser.QUOTED));
    boolean perName = limit.LIMIT_FAILED() != null;
    Token time = tail.after(CaProblemParser.RETRY_AFTER).first(CaProblemParser.TIME);
    return Slots.NONE
        .with("count", count(limit, tail))
        .with("period", period(tail.first(CaProblemParser.IN_THE_LAST)))
        .with(perName ? "ident" : "domain", subject)
        .with("names", exactSet ? setNames(tail) : listed(tail))
        .with("more", Names.number(tail.first(CaProblemParser.OTHERS)))
        .with("retry-after", Names.of(time))
        .with("link", link(tail.first(CaProblemParser.LINK)));
  }

  /** The number of the limit: in brackets, or behind the pending authorizations of old. */
  private static @Nullable String count(LimitContext limit, Words tail) {
    boolean pending = limit.LIMIT_PENDING() != null;
    return Names.number(pending ? limit.getStart() : tail.first(CaProblemParser.COUNT));
  }

  /** {@code 168h0m0s} or {@code 168 hours} behind {@code in the last}. */
  private static @Nullable String period(@Nullable Token token) {
    if (token == null) {
      return null;
    }
    String[] fields = Names.fields(token);
    return fields.length > 4 ? fields[3] + " " + fields[4] : fields[3];
  }

  private static @Nullable String link(@Nullable Token token) {
    return token == null ? null : Names.bare(Names.fields(token)[1]);
  }

  /** The names behind {@code already issued for:}. */
  private static @Nullable String listed(Words tail) {
    return tail.after(CaProblemParser.ISSUED_FOR)
        .before(CaProblemParser.RETRY_AFTER, CaProblemParser.LINK, CaProblemParser.SEPARATOR)
        .phrase();
  }

  /** The names of an exact set, where they are listed. */
  private static @Nullable String setNames(Words tail) {
    Words behind =
        tail.first(CaProblemParser.IN_THE_LAST) == null
            ? tail.after(CaProblemParser.EXACT_SET)
            : tail.after(CaProblemParser.IN_THE_LAST);
    return behind
        .before(CaProblemParser.RETRY_AFTER, CaProblemParser.LINK, CaProblemParser.SEPARATOR)
        .phrase();
  }

  /** The account may order nothing for these names until a person opens the URL. */
  Finding paused(PausedContext paused) {
    String url = Names.of(paused.name());
    int query = url == null ? -1 : url.indexOf('?');
    return Finding.of(SymptomCode.PAUSED)
        .with(
            Slots.NONE
                .with("names", Words.of(stream, paused.value()).phrase())
                .with("url", url == null || query < 0 ? url : url.substring(0, query)));
  }

  /** A name that the CA's policy refuses. */
  Finding refused(RefusedNameContext refused) {
    Words tail = Words.of(stream, refused.tail());
    if (refused.IDENTIFIER_REASON() != null) {
      return Finding.of(SymptomCode.IDENTIFIER, "identifier-rejected")
          .with(Slots.of("reason", refused.getStart().getText()));
    }
    Words reason = tail.before(CaProblemParser.MORE_PROBLEMS, CaProblemParser.SEPARATOR);
    Token more = tail.first(CaProblemParser.MORE_PROBLEMS, CaProblemParser.MORE_SUBJECTS);
    boolean hasReason = refused.CANNOT_ISSUE() != null;
    return Finding.of(SymptomCode.IDENTIFIER, "identifier-rejected")
        .with(
            Slots.NONE
                .with("ident", Names.of(refused.name()))
                .with("reason", hasReason ? reason.phrase() : null)
                .with("more", Names.number(more)));
  }
}
