package certbotdoctor.ca;

import certbotdoctor.core.Slots;
import certbotdoctor.core.SymptomCode;
import certbotdoctor.grammar.CaProblemParser;
import certbotdoctor.grammar.CaProblemParser.ExpectedGotContext;
import certbotdoctor.grammar.CaProblemParser.PersistRecordContext;
import certbotdoctor.grammar.CaProblemParser.TxtIncorrectContext;
import certbotdoctor.grammar.CaProblemParser.TxtMismatchContext;
import certbotdoctor.grammar.CaProblemParser.TxtNoneContext;
import certbotdoctor.grammar.CaProblemParser.TxtUnnamedContext;
import java.nio.charset.StandardCharsets;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Comparisons of TXT records (boulder: va/dns.go, va/dns_persist.go) as findings. */
final class TxtParts {
  /** What Boulder cuts a found value to, in bytes, before it adds {@link #CUT}. */
  private static final int SHOWN_BYTES = 100;

  private static final String CUT = "...";

  /** Bytes that a cut value may be short of: an incomplete character at the cut is replaced. */
  private static final int SLACK = 3;

  private final CommonTokenStream stream;

  TxtParts(CommonTokenStream stream) {
    this.stream = stream;
  }

  /** {@code No TXT record found at NAME}. */
  Finding none(TxtNoneContext none) {
    return Finding.of(SymptomCode.TXT_NONE).with(place(none.name(), none.tail()));
  }

  /** {@code Incorrect TXT record "VALUE" (and N more) found at NAME}. */
  Finding incorrect(TxtIncorrectContext incorrect) {
    Slots slots = place(incorrect.name(), incorrect.tail());
    Token more = incorrect.AND_MORE() == null ? null : incorrect.AND_MORE().getSymbol();
    slots = slots.with("more", Names.number(more));
    if (incorrect.value() != null) {
      String value = Escapes.unquote(Words.of(stream, incorrect.value()).text());
      boolean cut = isCut(value);
      slots = slots.with("value", cut ? value.substring(0, value.length() - CUT.length()) : value);
      slots = cut ? slots.with("truncated", "true") : slots;
    }
    return Finding.of(SymptomCode.TXT_INCORRECT).with(slots);
  }

  private static boolean isCut(String value) {
    int bytes = value.getBytes(StandardCharsets.UTF_8).length - CUT.length();
    return value.endsWith(CUT) && bytes >= SHOWN_BYTES - SLACK;
  }

  private Slots place(@Nullable ParserRuleContext name, @Nullable ParserRuleContext tail) {
    Words account = Words.of(stream, tail).after(CaProblemParser.ACCOUNT_IS);
    return Slots.NONE
        .with("name", Names.of(name))
        .with("account", Names.of(account.first(CaProblemParser.QUOTED)));
  }

  /** Wordings that tell neither the name nor the value. */
  Finding unnamed(TxtUnnamedContext unnamed) {
    return switch (unnamed.getStart().getType()) {
      case CaProblemParser.TXT_NONE_UNNAMED -> Finding.of(SymptomCode.TXT_NONE, "txt-none-unnamed");
      case CaProblemParser.TXT_NONE_PERSIST -> Finding.of(SymptomCode.TXT_NONE, "txt-persist-none");
      case CaProblemParser.TXT_PERSIST_NONE_VALID ->
          Finding.of(SymptomCode.TXT_INCORRECT, "txt-persist-none-valid");
      default -> Finding.of(SymptomCode.TXT_INCORRECT, "txt-incorrect-unnamed");
    };
  }

  /** A dns-persist-01 record that is malformed or speaks of something else. */
  Finding persist(PersistRecordContext persist) {
    boolean malformed = persist.TXT_PERSIST_MALFORMED() != null;
    Words tail = Words.of(stream, persist.tail());
    Words reason = tail;
    Slots slots = Slots.NONE;
    Token issuer = tail.first();
    if (!tail.isEmpty() && tail.tokens().get(0).getType() == CaProblemParser.QUOTED) {
      issuer = tail.tokens().get(0);
      reason = tail.from(1);
    }
    Words compared = reason.after(CaProblemParser.PERSIST_EXPECTED);
    slots =
        slots
            .with("issuer", Names.of(issuer))
            .with("reason", reason.phrase())
            .with("expected", Names.value(compared.first(CaProblemParser.QUOTED)))
            .with("got", Names.value(compared.nth(2, CaProblemParser.QUOTED)));
    String form = malformed ? "txt-persist-malformed" : "txt-persist-unauthorized";
    return new Finding(SymptomCode.TXT_INCORRECT, form, slots);
  }

  /** {@code The TXT record "NAME" does not match the expected value}; the values follow. */
  Finding mismatch(TxtMismatchContext mismatch) {
    return Finding.of(SymptomCode.TXT_MISMATCH)
        .with(Slots.NONE.with("name", Names.of(mismatch.name())));
  }

  /** {@code Expected: A Got: B}, quoted or not. */
  Finding expectedGot(ExpectedGotContext pair) {
    Words got = Words.of(stream, pair.tail()).before(CaProblemParser.ORDER_OF);
    boolean quoted = !got.isEmpty() && got.tokens().get(0).getType() == CaProblemParser.QUOTED;
    String value = quoted ? got.tokens().get(0).getText() : got.text();
    return Finding.of(SymptomCode.TXT_MISMATCH)
        .with(
            Slots.NONE
                .with("expected", Names.bare(Words.of(stream, pair.value()).text()))
                .with("value", Names.bare(value)));
  }
}
