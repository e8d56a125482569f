package certbotdoctor.event;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.grammar.CertbotOutputLexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.NotSetTransition;
import org.antlr.v4.runtime.atn.RuleStartState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.junit.jupiter.api.Test;

/**
 * The list of beginnings is that of the grammar. After a change of the grammar, this test with
 * {@code -Dapprove=true} writes it anew.
 */
class PhraseIndexTest {
  private static final Set<String> NO_PHRASES = Set.of("A_BLANK", "A_NL", "A_WORD", "A_WS");
  private static final Path LIST = Path.of("src/main/resources/certbotdoctor/event/phrases.txt");
  private static final int LONGEST = 20;
  private static final int FEW = 3;
  private static final char BLANK = PhraseIndex.BLANK;
  private static final char DIGIT = PhraseIndex.DIGIT;

  @Test
  void beginningsAreThoseOfTheGrammar() throws IOException {
    if (Boolean.getBoolean("approve")) {
      Files.writeString(LIST, String.join("\n", beginnings()) + "\n");
      return;
    }
    assertThat(String.join("\n", PhraseIndex.beginnings()))
        .isEqualTo(String.join("\n", beginnings()));
  }

  /** The beginnings of all phrases; none is the beginning of another. */
  private static Set<String> beginnings() {
    TreeSet<String> all = new TreeSet<>();
    for (Transition start :
        CertbotOutputLexer._ATN
            .modeToStartState
            .get(CertbotOutputLexer.DEFAULT_MODE)
            .getTransitions()) {
      RuleStartState rule = (RuleStartState) start.target;
      if (!NO_PHRASES.contains(CertbotOutputLexer.ruleNames[rule.ruleIndex])) {
        new Walk(all).walk(rule, new ArrayDeque<>(), "");
      }
    }
    all.removeIf(one -> all.stream().anyMatch(s -> !s.equals(one) && one.startsWith(s)));
    return all;
  }

  /** Walks one rule of the lexer until it is no longer certain which character comes next. */
  private record Walk(Set<String> found, Set<String> seen) {
    Walk(Set<String> found) {
      this(found, new HashSet<>());
    }

    void walk(ATNState state, Deque<ATNState> returns, String prefix) {
      if (!seen.add(state.stateNumber + "/" + returns + "/" + prefix)) {
        return;
      }
      if (state instanceof RuleStopState) {
        if (returns.isEmpty()) {
          end(prefix);
        } else {
          Deque<ATNState> rest = new ArrayDeque<>(returns);
          walk(rest.pop(), rest, prefix);
        }
        return;
      }
      for (Transition transition : state.getTransitions()) {
        if (transition instanceof RuleTransition call) {
          Deque<ATNState> more = new ArrayDeque<>(returns);
          more.push(call.followState);
          walk(call.target, more, prefix);
        } else if (transition.isEpsilon()) {
          walk(transition.target, returns, prefix);
        } else {
          step(transition, returns, prefix);
        }
      }
    }

    private void step(Transition transition, Deque<ATNState> returns, String prefix) {
      IntervalSet label = transition.label();
      boolean open = label == null || transition instanceof NotSetTransition;
      List<Character> next = open ? List.of() : next(label);
      if (next.isEmpty() || prefix.length() == LONGEST) {
        end(prefix);
        return;
      }
      for (char c : next) {
        boolean again = (c == BLANK || c == DIGIT) && prefix.endsWith(String.valueOf(c));
        walk(transition.target, returns, again ? prefix : prefix + c);
      }
    }

    private void end(String prefix) {
      if (prefix.isEmpty()) {
        throw new IllegalStateException("a phrase of the grammar begins with any character");
      }
      found.add(prefix.strip());
    }

    /** The characters of a label, blanks and digits as classes; empty where they are too many. */
    private static List<Character> next(IntervalSet label) {
      if (label.size() > 16) {
        return List.of();
      }
      TreeSet<Character> next = new TreeSet<>();
      label
          .toList()
          .forEach(
              c ->
                  next.add(
                      PhraseIndex.blank(c)
                          ? BLANK
                          : PhraseIndex.digit(c) ? DIGIT : (char) (int) c));
      boolean mixed = next.size() > 1 && (next.contains(BLANK) || next.contains(DIGIT));
      return mixed || next.size() > FEW || next.last() >= 128 ? List.of() : List.copyOf(next);
    }
  }
}
