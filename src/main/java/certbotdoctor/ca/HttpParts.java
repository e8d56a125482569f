package certbotdoctor.ca;

import static java.util.Map.entry;

import certbotdoctor.core.Slots;
import certbotdoctor.core.SymptomCode;
import certbotdoctor.grammar.CaProblemParser;
import certbotdoctor.grammar.CaProblemParser.AddressNoneContext;
import certbotdoctor.grammar.CaProblemParser.ConnectionContext;
import certbotdoctor.grammar.CaProblemParser.HttpMismatchContext;
import certbotdoctor.grammar.CaProblemParser.HttpResponseContext;
import certbotdoctor.grammar.CaProblemParser.RedirectContext;
import certbotdoctor.grammar.CaProblemParser.TlsContext;
import java.util.Map;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** HTTP-01 and TLS-ALPN-01 errors (boulder: va/http.go, va/tlsalpn.go) as findings. */
final class HttpParts {
  private static final String CONNECT_OTHER = "http-connect-other";

  private static final Map<Integer, Finding> WORDINGS =
      Map.ofEntries(
          entry(CaProblemParser.CONNECT_TIMEOUT, connect("http-timeout-connect")),
          entry(CaProblemParser.SERVER_SLOW, connect("http-timeout-slow")),
          entry(CaProblemParser.TIMEOUT_ALONE, connect("http-timeout")),
          entry(CaProblemParser.CONNECT_REFUSED, connect("http-refused")),
          entry(CaProblemParser.CONNECT_RESET, connect("http-reset")),
          entry(CaProblemParser.NETWORK_UNREACHABLE, connect("http-unreachable")),
          entry(CaProblemParser.CONNECT_OTHER, connect(CONNECT_OTHER)),
          entry(CaProblemParser.CONNECT_TO, connect(CONNECT_OTHER)),
          entry(CaProblemParser.GO_GET, connect(CONNECT_OTHER)),
          entry(CaProblemParser.REDIRECT_SCHEME, redirect("redirect-scheme")),
          entry(CaProblemParser.REDIRECT_PORT, redirect("redirect-port")),
          entry(CaProblemParser.REDIRECT_HOST, redirect("redirect-host")),
          entry(CaProblemParser.REDIRECT_LOOP, redirect("redirect-loop")),
          entry(CaProblemParser.REDIRECT_OTHER, redirect("redirect-other")),
          entry(CaProblemParser.TLS_ALERT, tls("tls-alert")),
          entry(CaProblemParser.TLS_NOT_SPOKEN, tls("tls-not-spoken")),
          entry(CaProblemParser.ALPN_NO_CERTIFICATE, tls("tls-alpn-no-certificate")),
          entry(CaProblemParser.ALPN_PROTOCOL, tls("tls-alpn-protocol")),
          entry(CaProblemParser.ALPN_CERTIFICATE, tls("tls-alpn-certificate")),
          entry(CaProblemParser.SNI_CERTIFICATE, tls("tls-sni-certificate")));

  private static final int[] VALUES = {
    CaProblemParser.QUOTED, CaProblemParser.BRACKETED, CaProblemParser.ADDRESS
  };

  private final CommonTokenStream stream;

  HttpParts(CommonTokenStream stream) {
    this.stream = stream;
  }

  private static Finding connect(String form) {
    return Finding.of(SymptomCode.HTTP_CONNECT, form);
  }

  private static Finding redirect(String form) {
    return Finding.of(SymptomCode.HTTP_REDIRECT, form);
  }

  private static Finding tls(String form) {
    return Finding.of(SymptomCode.TLS_ALPN, form);
  }

  private static Finding wording(Token start) {
    return WORDINGS.getOrDefault(start.getType(), connect(CONNECT_OTHER));
  }

  /** No usable A or AAAA record. */
  Finding addressNone(AddressNoneContext none) {
    String name = Names.of(none.name());
    if (none.ADDRESS_LOOKUP() != null) {
      return new Finding(SymptomCode.ADDRESS_NONE, "address-lookup", Slots.NONE.with("url", name));
    }
    String text = none.getStart().getText();
    String qtype = text.contains("AAAA") ? "AAAA" : text.contains(" A ") ? "A" : null;
    return Finding.of(SymptomCode.ADDRESS_NONE)
        .with(Slots.NONE.with("name", name).with("qtype", qtype));
  }

  /** No connection, or one that broke. */
  Finding connection(ConnectionContext connection) {
    Finding finding = wording(connection.getStart());
    if (connection.GO_GET() != null) {
      String url = Names.bare(Names.fields(connection.getStart())[1]);
      return finding.with(Slots.of("url", url));
    }
    return finding.with(Slots.NONE.with("host", Names.of(connection.name())));
  }

  /** A status or a body that is no key authorization. */
  Finding response(HttpResponseContext response) {
    Words tail = Words.of(stream, response.tail());
    if (response.HTTP_BODY_UNREADABLE() != null) {
      return new Finding(
          SymptomCode.HTTP_RESPONSE,
          "http-body-unreadable",
          Slots.NONE.with("reason", tail.phrase()));
    }
    Token ip = tail.first(CaProblemParser.ADDRESS, CaProblemParser.BRACKETED);
    boolean hasIp = ip != null && tail.tokens().get(0).equals(ip);
    Words answer = hasIp ? tail.from(1) : tail;
    Slots slots =
        Slots.NONE
            .with("url", Names.of(response.name()))
            .with("ip", hasIp ? Names.address(ip) : null);
    String said = answer.phrase();
    String status = said == null ? null : status(said);
    return status != null || said == null
        ? new Finding(SymptomCode.HTTP_RESPONSE, "http-status", slots.with("status", status))
        : new Finding(
            SymptomCode.HTTP_RESPONSE, "http-body", slots.with("body", Escapes.unquote(said)));
  }

  private static @Nullable String status(String said) {
    String number = said.startsWith("returned ") ? said.substring("returned ".length()) : said;
    boolean isStatus = number.length() == 3 && number.chars().allMatch(c -> c >= '0' && c <= '9');
    return isStatus ? number : null;
  }

  /** Another key authorization than the expected one. */
  Finding mismatch(HttpMismatchContext mismatch) {
    Words tail = Words.of(stream, mismatch.tail());
    return Finding.of(SymptomCode.HTTP_MISMATCH)
        .with(
            Slots.NONE
                .with("expected", Names.value(tail.first(VALUES)))
                .with("got", Names.value(tail.nth(2, VALUES))));
  }

  /** A redirect that the CA does not follow. */
  Finding redirect(RedirectContext redirect) {
    Words tail = Words.of(stream, redirect.tail());
    return wording(redirect.getStart())
        .with(Slots.NONE.with("host", redirect.REDIRECT_HOST() == null ? null : host(tail)));
  }

  private static @Nullable String host(Words tail) {
    return Names.of(tail.first(CaProblemParser.QUOTED));
  }

  /** TLS alerts and TLS-ALPN-01 certificates. */
  Finding tls(TlsContext tls) {
    Words tail = Words.of(stream, tls.tail());
    Finding finding = wording(tls.getStart());
    if (tls.TLS_ALERT() != null) {
      return finding.with(Slots.NONE.with("reason", tail.phrase()));
    }
    Words requested = tail.after(CaProblemParser.REQUESTED);
    if (tls.ALPN_CERTIFICATE() == null || requested.isEmpty()) {
      return finding;
    }
    Token from = requested.first(CaProblemParser.FROM_IP);
    return finding.with(
        Slots.NONE
            .with("name", Names.of(requested.tokens().get(0)))
            .with("ip", from(from))
            .with("reason", reason(requested, from)));
  }

  private static @Nullable String from(@Nullable Token from) {
    if (from == null) {
      return null;
    }
    String address = Names.bare(Names.fields(from)[1]);
    return address.startsWith("[") ? address.replaceAll("[\\[\\]]", "") : address;
  }

  /** The sentence behind {@code from IP:PORT.}; a port is a word of its own. */
  private static @Nullable String reason(Words requested, @Nullable Token from) {
    if (from == null) {
      return null;
    }
    Words behind = requested.after(CaProblemParser.FROM_IP);
    boolean port = !behind.isEmpty() && behind.tokens().get(0).getText().startsWith(":");
    return behind.from(port ? 1 : 0).phrase();
  }
}
