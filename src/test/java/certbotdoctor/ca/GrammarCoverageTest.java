package certbotdoctor.ca;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.grammar.CaProblemLexer;
import certbotdoctor.grammar.CaProblemParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.junit.jupiter.api.Test;

/** No phrase and no rule of the grammar is without a vector. */
class GrammarCoverageTest {
  /** Rules that read the text within a resolver error, and the tokens of fallbacks. */
  private static final Set<String> RULES_OF_OTHER_TEXTS = Set.of("resolver", "resolverWord");

  private static final Set<String> SEEN_IN_OTHER_TEXTS =
      Set.of(
          "DNS_LOOKUP_FOR",
          "UNSUCCESSFUL",
          "NO_SUCH_HOST",
          "MISBEHAVING",
          "IO_TIMEOUT",
          "GO_LOOKUP");

  @Test
  void everyTokenHasAVector() {
    Set<String> seen = new TreeSet<>(SEEN_IN_OTHER_TEXTS);
    ProblemGrammar grammar = new ProblemGrammar();
    Vector.all()
        .forEach(
            vector -> {
              for (Token token : grammar.detail(Escapes.undo(vector.text())).stream().getTokens()) {
                seen.add(CaProblemLexer.VOCABULARY.getSymbolicName(token.getType()));
              }
            });

    Set<String> all = new TreeSet<>();
    IntStream.rangeClosed(1, CaProblemLexer.VOCABULARY.getMaxTokenType())
        .forEach(type -> all.add(CaProblemLexer.VOCABULARY.getSymbolicName(type)));
    all.add("EOF");
    assertThat(seen).containsAll(all);
  }

  @Test
  void everyRuleHasAVector() {
    Set<String> seen = new TreeSet<>(RULES_OF_OTHER_TEXTS);
    ProblemGrammar grammar = new ProblemGrammar();
    Vector.all()
        .forEach(vector -> addRules(grammar.detail(Escapes.undo(vector.text())).detail(), seen));

    assertThat(seen).containsExactlyInAnyOrder(rules());
  }

  private static String[] rules() {
    Parser parser = new CaProblemParser(null);
    return parser.getRuleNames();
  }

  private static void addRules(ParseTree root, Set<String> seen) {
    Deque<ParseTree> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      ParseTree node = open.pop();
      if (node instanceof ParserRuleContext rule) {
        seen.add(CaProblemParser.ruleNames[rule.getRuleIndex()]);
      }
      for (int i = 0; i < node.getChildCount(); i++) {
        open.push(node.getChild(i));
      }
    }
  }
}
