package certbotdoctor.ca;

import certbotdoctor.core.SymptomCode;
import certbotdoctor.grammar.CaProblemParser;
import certbotdoctor.grammar.CaProblemParser.AboutContext;
import certbotdoctor.grammar.CaProblemParser.ClientContext;
import certbotdoctor.grammar.CaProblemParser.CoreContext;
import certbotdoctor.grammar.CaProblemParser.PartContext;
import certbotdoctor.grammar.CaProblemParser.PausedContext;
import certbotdoctor.grammar.CaProblemParser.StatementContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a CA says in a problem's {@code detail} (RFC 8555 section 6.7): Boulder of all years,
 * Pebble, step-ca and others, bare or as certbot prints it. The words decide; the error type only
 * helps where the words are unknown. Never throws, whatever the text. For one thread at a time.
 */
public final class CaTextReader {
  /** Characters that are parsed; what is longer is kept, but not understood. */
  static final int PARSED = 64 * 1024;

  private static final String REDACTED = "[redacted]";

  /** Made for the first text, because many a run has none. */
  private @Nullable ProblemGrammar grammar;

  /**
   * Reads a detail.
   *
   * @param type error type, with or without its URN prefix; null where unknown
   * @param text the detail, or the client's rendering {@code urn:… :: description :: detail}
   * @return what it says; {@code UNRECOGNISED} where neither text nor type tells
   */
  public CaText read(@Nullable String type, String text) {
    String plain = Escapes.undo(text);
    int end = Math.min(plain.length(), PARSED);
    ProblemGrammar.Tree tree = tree(plain.substring(0, end));
    String givenType = type == null || type.isBlank() ? null : bareType(type);
    List<PartContext> parts = tree.detail().part();
    String knownType = givenType == null ? firstType(parts) : givenType;
    List<CaSymptom> symptoms = new Sentences(tree, grammar(), knownType).symptoms();
    String detail = detail(tree.stream(), parts) + plain.substring(end);
    int inner = symptoms.stream().allMatch(CaTextReader::byType) ? bracketed(plain, end) : -1;
    if (inner >= 0) {
      List<CaSymptom> told = symptoms(plain.substring(inner, end), knownType);
      symptoms = told.stream().allMatch(CaTextReader::byType) ? symptoms : told;
    }
    return new CaText(knownType, detail.strip(), symptoms);
  }

  private List<CaSymptom> symptoms(String text, @Nullable String type) {
    int close = text.lastIndexOf(')');
    String inside = close < 0 ? text : text.substring(0, close);
    return new Sentences(tree(inside), grammar(), type).symptoms();
  }

  private static boolean byType(CaSymptom symptom) {
    return symptom.code() == SymptomCode.UNRECOGNISED
        || symptom.form().equals(TypeFallback.TYPE_ONLY);
  }

  /** Where another program put the CA's words in brackets behind its own; -1 where it did not. */
  private static int bracketed(String text, int end) {
    int open = text.indexOf('(');
    while (open >= 0 && open < end) {
      if (CaTrigger.find(text.substring(open + 1, Math.min(end, open + 200)), 0) == 0) {
        return open + 1;
      }
      open = text.indexOf('(', open + 1);
    }
    return -1;
  }

  /** The tree of a text after its escapes were undone. */
  ProblemGrammar.Tree tree(String text) {
    return grammar().detail(text);
  }

  private ProblemGrammar grammar() {
    if (grammar == null) {
      grammar = new ProblemGrammar();
    }
    return grammar;
  }

  private static String bareType(String type) {
    return type.strip().substring(type.strip().lastIndexOf(':') + 1);
  }

  private static @Nullable String firstType(List<PartContext> parts) {
    for (PartContext part : parts) {
      if (part.prefix() instanceof ClientContext client) {
        return bareType(client.URN().getText());
      }
    }
    return null;
  }

  /** The text behind URN and description, without nonces and tokens. */
  private static String detail(CommonTokenStream stream, List<PartContext> parts) {
    Set<Token> secrets = new HashSet<>();
    for (PartContext part : parts) {
      addSecrets(stream, part.core(), secrets);
    }
    StringBuilder detail = new StringBuilder();
    for (int i = firstOfDetail(stream, parts); i < stream.size(); i++) {
      Token token = stream.get(i);
      if (token.getType() != Token.EOF) {
        detail.append(secrets.contains(token) ? redacted(token.getText()) : token.getText());
      }
    }
    return detail.toString();
  }

  private static int firstOfDetail(CommonTokenStream stream, List<PartContext> parts) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).prefix() instanceof ClientContext client) {
        int next = behindSeparator(stream, client.getStart().getTokenIndex() + 1);
        AboutContext about = i + 1 == parts.size() ? null : about(parts.get(i + 1));
        boolean described = about != null && about.getStart().getTokenIndex() == next;
        return described ? behindSeparator(stream, next + 1) : next;
      }
    }
    return 0;
  }

  private static @Nullable AboutContext about(PartContext part) {
    CoreContext core = part.core();
    return core == null ? null : core.about();
  }

  private static int behindSeparator(CommonTokenStream stream, int at) {
    boolean separated = stream.get(at).getType() == CaProblemParser.SEPARATOR;
    return separated ? at + 1 : at;
  }

  private static void addSecrets(
      CommonTokenStream stream, @Nullable CoreContext core, Set<Token> secrets) {
    StatementContext statement = core == null ? null : core.statement();
    PausedContext paused = core == null ? null : core.paused();
    if (statement != null && statement.NONCE() != null) {
      Words nonce = Words.of(stream, statement.tail()).before(CaProblemParser.SEPARATOR);
      secrets.addAll(nonce.tokens());
    }
    if (paused != null) {
      secrets.addAll(Words.of(stream, paused.name()).tokens());
    }
  }

  /** A token without its secret: the query of a URL, or all of a nonce. */
  private static String redacted(String text) {
    if (text.equals(":")) {
      return text;
    }
    boolean url = text.startsWith("http");
    int query = text.indexOf('?');
    String kept = url ? text.substring(0, query < 0 ? text.length() : query + 1) : "";
    return url && query < 0 ? text : kept + REDACTED;
  }
}
