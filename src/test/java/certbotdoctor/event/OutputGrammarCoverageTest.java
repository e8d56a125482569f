package certbotdoctor.event;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.grammar.CertbotOutputLexer;
import certbotdoctor.grammar.CertbotOutputParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No phrase and no rule of the grammar of certbot's output is without a vector. */
class OutputGrammarCoverageTest {
  private final Set<String> tokens = new TreeSet<>();
  private final Set<String> rules = new TreeSet<>();
  private final Set<String> errors = new TreeSet<>();

  @BeforeEach
  void readAll() {
    Outline outline = new Outline();
    OutputVector.all().forEach(vector -> add(outline.of(vector.text())));
  }

  @Test
  void everyTokenHasAVector() {
    Set<String> all = new TreeSet<>();
    IntStream.rangeClosed(1, CertbotOutputLexer.VOCABULARY.getMaxTokenType())
        .forEach(type -> all.add(CertbotOutputLexer.VOCABULARY.getSymbolicName(type)));
    all.add("EOF");

    assertThat(tokens).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void everyRuleHasAVector() {
    assertThat(rules).containsExactlyInAnyOrder(CertbotOutputParser.ruleNames);
  }

  @Test
  void everyVectorIsTakenWhole() {
    assertThat(errors).isEmpty();
  }

  private void add(ParseTree root) {
    Deque<ParseTree> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      ParseTree node = open.pop();
      if (node instanceof ErrorNode) {
        errors.add(node.getText());
      } else if (node instanceof TerminalNode token) {
        tokens.add(CertbotOutputLexer.VOCABULARY.getSymbolicName(token.getSymbol().getType()));
      } else if (node instanceof ParserRuleContext rule) {
        rules.add(CertbotOutputParser.ruleNames[rule.getRuleIndex()]);
      }
      for (int i = 0; i < node.getChildCount(); i++) {
        open.push(node.getChild(i));
      }
    }
  }
}
