package certbotdoctor.ca;

import static java.util.Map.entry;

import certbotdoctor.core.Slots;
import certbotdoctor.core.SymptomCode;
import certbotdoctor.grammar.CaProblemParser;
import certbotdoctor.grammar.CaProblemParser.AboutContext;
import certbotdoctor.grammar.CaProblemParser.StatementContext;
import java.util.Map;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Fixed sentences about accounts, orders, identifiers, requests and the server, as findings. */
final class Statements {
  private static final String TYPE_SENTENCE = "type-sentence";

  private static final Map<Integer, Finding> STATEMENTS =
      Map.ofEntries(
          entry(CaProblemParser.IDENTIFIER_TOO_MANY, identifier("identifier-too-many")),
          entry(CaProblemParser.IDENTIFIER_REDUNDANT, identifier("identifier-redundant")),
          entry(CaProblemParser.IDENTIFIER_UNSAFE, identifier("identifier-unsafe")),
          entry(CaProblemParser.IDENTIFIER_UNSUPPORTED, identifier("identifier-unsupported")),
          entry(CaProblemParser.IDENTIFIER_POLICY, identifier("identifier-rejected")),
          entry(CaProblemParser.IDENTIFIER_ILLEGAL, identifier("identifier-rejected")),
          entry(CaProblemParser.IDENTIFIER_TYPE, identifier("identifier-type")),
          entry(CaProblemParser.NONCE, Finding.of(SymptomCode.NONCE)),
          entry(CaProblemParser.ACCOUNT_MISSING, account("account-missing")),
          entry(CaProblemParser.ACCOUNT_STATUS, account("account-status")),
          entry(CaProblemParser.ACCOUNT_TERMS, account("account-terms")),
          entry(CaProblemParser.ACCOUNT_BLOCKED, account("account-blocked")),
          entry(CaProblemParser.ACCOUNT_MISMATCH, account("account-mismatch")),
          entry(CaProblemParser.ACCOUNT_BINDING, account("account-binding")),
          entry(CaProblemParser.ACCOUNT_CONTACT, account("account-contact")),
          entry(CaProblemParser.ORDER_MISSING, order("order-missing")),
          entry(CaProblemParser.ORDER_AUTHORIZATION_STATE, order("order-authorization-state")),
          entry(CaProblemParser.ORDER_STATUS, order("order-not-ready")),
          entry(CaProblemParser.ORDER_PROCESSING, order("order-processing")),
          entry(CaProblemParser.ORDER_AUTHORIZATIONS, order("order-authorizations")),
          entry(CaProblemParser.ORDER_CSR, order("order-csr")),
          entry(CaProblemParser.ORDER_MUST_STAPLE, order("order-must-staple")),
          entry(CaProblemParser.ORDER_DATES, order("order-dates")),
          entry(CaProblemParser.ORDER_PROFILE, order("order-profile")),
          entry(CaProblemParser.ORDER_REPLACES, order("order-replaces")),
          entry(CaProblemParser.CLIENT_JWS, client("client-jws")),
          entry(CaProblemParser.CLIENT_CHALLENGE, client("client-challenge")),
          entry(CaProblemParser.CLIENT_OLD, client("client-acmev1")),
          entry(CaProblemParser.SERVER_INTERNAL, server("server-internal")),
          entry(CaProblemParser.SERVER_REMOTE, server("server-remote")));

  private static final Map<Integer, SymptomCode> ABOUT =
      Map.ofEntries(
          entry(CaProblemParser.ABOUT_DNS, SymptomCode.DNS_OTHER),
          entry(CaProblemParser.ABOUT_DNSSEC, SymptomCode.DNS_DNSSEC),
          entry(CaProblemParser.ABOUT_CAA, SymptomCode.CAA_FORBIDS),
          entry(CaProblemParser.ABOUT_CONNECTION, SymptomCode.HTTP_CONNECT),
          entry(CaProblemParser.ABOUT_TLS, SymptomCode.TLS_ALPN),
          entry(CaProblemParser.ABOUT_HOST, SymptomCode.ADDRESS_NONE),
          entry(CaProblemParser.ABOUT_RESPONSE, SymptomCode.KEY_AUTHORIZATION_WRONG),
          entry(CaProblemParser.ABOUT_LIMIT, SymptomCode.RATE_LIMITED),
          entry(CaProblemParser.ABOUT_IDENTIFIER, SymptomCode.IDENTIFIER),
          entry(CaProblemParser.ABOUT_NONCE, SymptomCode.NONCE),
          entry(CaProblemParser.ABOUT_ACCOUNT, SymptomCode.ACCOUNT),
          entry(CaProblemParser.ABOUT_ORDER, SymptomCode.ORDER),
          entry(CaProblemParser.ABOUT_REQUEST, SymptomCode.CLIENT_ERROR),
          entry(CaProblemParser.ABOUT_SERVER, SymptomCode.SERVER_ERROR));

  private final CommonTokenStream stream;

  Statements(CommonTokenStream stream) {
    this.stream = stream;
  }

  private static Finding identifier(String form) {
    return Finding.of(SymptomCode.IDENTIFIER, form);
  }

  private static Finding account(String form) {
    return Finding.of(SymptomCode.ACCOUNT, form);
  }

  private static Finding order(String form) {
    return Finding.of(SymptomCode.ORDER, form);
  }

  private static Finding client(String form) {
    return Finding.of(SymptomCode.CLIENT_ERROR, form);
  }

  private static Finding server(String form) {
    return Finding.of(SymptomCode.SERVER_ERROR, form);
  }

  /**
   * A statement.
   *
   * @param before the words that stand before it in its sentence; some statements begin with a name
   */
  Finding statement(StatementContext statement, Words before) {
    Token start = statement.getStart();
    Finding finding =
        STATEMENTS.getOrDefault(start.getType(), Finding.of(SymptomCode.UNRECOGNISED));
    return finding.with(slots(statement, Words.of(stream, statement.tail()), before));
  }

  private static Slots slots(StatementContext statement, Words tail, Words before) {
    String quoted = Names.of(tail.first(CaProblemParser.QUOTED));
    return switch (statement.getStart().getType()) {
      case CaProblemParser.IDENTIFIER_REDUNDANT, CaProblemParser.IDENTIFIER_UNSAFE ->
          Slots.NONE.with("ident", Names.of(before.first(CaProblemParser.QUOTED)));
      case CaProblemParser.IDENTIFIER_POLICY, CaProblemParser.IDENTIFIER_ILLEGAL ->
          Slots.NONE.with("ident", quoted);
      case CaProblemParser.ORDER_STATUS -> Slots.NONE.with("status", quoted);
      case CaProblemParser.ACCOUNT_STATUS -> Slots.NONE.with("status", status(statement, tail));
      case CaProblemParser.ACCOUNT_MISSING -> Slots.NONE.with("account", account(statement));
      case CaProblemParser.ACCOUNT_BLOCKED -> Slots.NONE.with("reason", reason(tail));
      case CaProblemParser.ORDER_AUTHORIZATIONS -> Slots.NONE.with("names", tail.phrase());
      default -> Slots.NONE;
    };
  }

  /** The text behind the separator. */
  private static @Nullable String reason(Words tail) {
    return tail.after(CaProblemParser.SEPARATOR).phrase();
  }

  private static @Nullable String status(StatementContext statement, Words tail) {
    String text = statement.getStart().getText();
    if (text.endsWith("status")) {
      return Names.of(tail.first(CaProblemParser.QUOTED, CaProblemParser.WORD));
    }
    return text.substring(text.lastIndexOf(' ') + 1);
  }

  private static @Nullable String account(StatementContext statement) {
    String text = statement.getStart().getText();
    int first = text.indexOf('"');
    int last = text.lastIndexOf('"');
    return first < 0 || first == last ? null : Escapes.unquote(text.substring(first, last + 1));
  }

  /** The sentence of an error type; unrecognised where it says nothing that a code stands for. */
  static Finding about(AboutContext about) {
    SymptomCode code = ABOUT.getOrDefault(about.getStart().getType(), SymptomCode.UNRECOGNISED);
    boolean limit = code == SymptomCode.RATE_LIMITED;
    return Finding.of(code, limit ? TypeFallback.RATE_LIMIT_OTHER : TYPE_SENTENCE);
  }
}
