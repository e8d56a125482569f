package certbotdoctor.ca;

import certbotdoctor.core.Slots;
import certbotdoctor.core.SymptomCode;
import certbotdoctor.grammar.CaProblemParser;
import certbotdoctor.grammar.CaProblemParser.CaaRecheckContext;
import certbotdoctor.grammar.CaProblemParser.CoreContext;
import certbotdoctor.grammar.CaProblemParser.TailContext;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** The core of a sentence as a finding: one line for each alternative of the grammar. */
final class Cores {
  private final CommonTokenStream stream;
  private final DnsParts dns;
  private final ResolverParts resolver;
  private final TxtParts txt;
  private final HttpParts http;
  private final LimitParts limits;
  private final Statements statements;

  Cores(CommonTokenStream stream, ProblemGrammar grammar) {
    this.stream = stream;
    this.dns = new DnsParts(stream);
    this.resolver = new ResolverParts(stream, grammar);
    this.txt = new TxtParts(stream);
    this.http = new HttpParts(stream);
    this.limits = new LimitParts(stream);
    this.statements = new Statements(stream);
  }

  /**
   * What a core says.
   *
   * @param before the words between the prefixes and the core
   */
  Finding read(CoreContext core, Words before) {
    return switch (rule(core)) {
      case CaProblemParser.RULE_dnsProblem -> dns.problem(core.dnsProblem());
      case CaProblemParser.RULE_dnsMuseum -> dns.museum(core.dnsMuseum());
      case CaProblemParser.RULE_cnameFound ->
          Finding.of(SymptomCode.CNAME_FOUND).with(named("name", core.cnameFound().name()));
      case CaProblemParser.RULE_resolverError -> resolver.error(core.resolverError());
      case CaProblemParser.RULE_txtNone -> txt.none(core.txtNone());
      case CaProblemParser.RULE_txtIncorrect -> txt.incorrect(core.txtIncorrect());
      case CaProblemParser.RULE_txtUnnamed -> txt.unnamed(core.txtUnnamed());
      case CaProblemParser.RULE_persistRecord -> txt.persist(core.persistRecord());
      case CaProblemParser.RULE_txtMismatch -> txt.mismatch(core.txtMismatch());
      case CaProblemParser.RULE_expectedGot -> txt.expectedGot(core.expectedGot());
      case CaProblemParser.RULE_keyAuthorizationWrong ->
          Finding.of(SymptomCode.KEY_AUTHORIZATION_WRONG);
      default -> other(core, before);
    };
  }

  private Finding other(CoreContext core, Words before) {
    return switch (rule(core)) {
      case CaProblemParser.RULE_caaForbids ->
          Finding.of(SymptomCode.CAA_FORBIDS).with(named("found-at", core.caaForbids().name()));
      case CaProblemParser.RULE_caaCheck ->
          Finding.of(SymptomCode.CAA_FORBIDS, "caa-check-failed")
              .with(named("ident", core.caaCheck().name()));
      case CaProblemParser.RULE_caaRecheck -> recheckOfSeveral(core.caaRecheck());
      case CaProblemParser.RULE_addressNone -> http.addressNone(core.addressNone());
      case CaProblemParser.RULE_connection -> http.connection(core.connection());
      case CaProblemParser.RULE_httpResponse -> http.response(core.httpResponse());
      case CaProblemParser.RULE_httpMismatch -> http.mismatch(core.httpMismatch());
      case CaProblemParser.RULE_redirect -> http.redirect(core.redirect());
      case CaProblemParser.RULE_tls -> http.tls(core.tls());
      case CaProblemParser.RULE_limit -> limits.limit(core.limit());
      case CaProblemParser.RULE_paused -> limits.paused(core.paused());
      case CaProblemParser.RULE_refusedName -> limits.refused(core.refusedName());
      case CaProblemParser.RULE_statement -> statements.statement(core.statement(), before);
      case CaProblemParser.RULE_about -> Statements.about(core.about());
      default -> Finding.of(SymptomCode.UNRECOGNISED);
    };
  }

  private static Finding recheckOfSeveral(CaaRecheckContext recheck) {
    String more =
        recheck.MORE_IDENTIFIERS() == null
            ? null
            : Names.number(recheck.MORE_IDENTIFIERS().getSymbol());
    return Finding.of(SymptomCode.CAA_LOOKUP, "caa-recheck-several")
        .with(named("ident", recheck.name()).with("more", more));
  }

  private static Slots named(String slot, ParserRuleContext name) {
    return Slots.NONE.with(slot, Names.of(name));
  }

  /** The alternative of a core: a constant {@code RULE_…} of the parser, or -1. */
  static int rule(CoreContext core) {
    ParserRuleContext alternative = core.getRuleContext(ParserRuleContext.class, 0);
    return alternative == null ? -1 : alternative.getRuleIndex();
  }

  /**
   * Whether a core has the phrase that makes it one. Without it, words that only begin like a core
   * say something else.
   */
  static boolean isComplete(CoreContext core) {
    return switch (rule(core)) {
      case CaProblemParser.RULE_caaForbids -> isThere(core.caaForbids().CAA_PREVENTS());
      case CaProblemParser.RULE_caaCheck -> isThere(core.caaCheck().CAA_FAILED());
      case CaProblemParser.RULE_txtMismatch -> isThere(core.txtMismatch().DOES_NOT_MATCH());
      default -> true;
    };
  }

  private static boolean isThere(@Nullable TerminalNode phrase) {
    return phrase != null && !(phrase instanceof ErrorNode);
  }

  /** The words behind what the core needs. */
  Words tail(CoreContext core) {
    ParserRuleContext alternative = core.getRuleContext(ParserRuleContext.class, 0);
    if (alternative != null && alternative.getRuleIndex() == CaProblemParser.RULE_dnsProblem) {
      alternative = core.dnsProblem().lookup();
    }
    TailContext tail =
        alternative == null ? null : alternative.getRuleContext(TailContext.class, 0);
    return Words.of(stream, tail);
  }
}
