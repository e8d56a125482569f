package certbotdoctor.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.LexerATNConfig;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.atn.LexerAction;
import org.antlr.v4.runtime.atn.LexerActionExecutor;
import org.antlr.v4.runtime.atn.LexerChannelAction;
import org.antlr.v4.runtime.atn.LexerModeAction;
import org.antlr.v4.runtime.atn.LexerPopModeAction;
import org.antlr.v4.runtime.atn.LexerPushModeAction;
import org.antlr.v4.runtime.atn.LexerTypeAction;
import org.antlr.v4.runtime.atn.OrderedATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.dfa.DFA;
import org.jspecify.annotations.Nullable;

/**
 * Every state that ANTLR's simulation of a lexer can reach over ASCII, worked out by that
 * simulation itself: what it would find out of a text, a step at a time, it is asked here of each
 * character. Its order of rules is kept as it is.
 */
final class LexerAutomaton {
  /** The characters: 0 to 127. */
  static final int CHARACTERS = 128;

  /** Where no token goes on. */
  static final int NOWHERE = -1;

  private final List<Integer> starts = new ArrayList<>();
  private final List<State> states = new ArrayList<>();

  private LexerAutomaton() {}

  /**
   * A state.
   *
   * @param next the state behind each character, or {@link #NOWHERE}
   * @param ends the tokens that may end here, by rank; none is behind one that asks nothing
   */
  record State(int[] next, List<End> ends) {}

  /**
   * A token that may end.
   *
   * @param question what must hold of the text behind it
   */
  record End(@Nullable Ahead question, int type, int channel, List<ModeChange> changes) {}

  /**
   * What a token does to the mode.
   *
   * @param kind one of {@link Modes}
   */
  record ModeChange(int kind, int mode) {}

  /** The state at which each mode begins. */
  List<Integer> starts() {
    return starts;
  }

  List<State> states() {
    return states;
  }

  /**
   * The automaton of a lexer.
   *
   * @throws IllegalStateException if the lexer does what an automaton cannot: run code, match the
   *     end of the text, or go on after it has asked
   */
  static LexerAutomaton of(Lexer lexer) {
    LexerAutomaton automaton = new LexerAutomaton();
    new Simulation(lexer).run(automaton);
    return automaton;
  }

  /** ANTLR's simulation, with its predicates answered from here. */
  private static final class Simulation extends LexerATNSimulator {
    private static final CharStream NO_TEXT = new AsciiStream("");

    private final Lexer lexer;
    private final TreeSet<Integer> asked = new TreeSet<>();
    private final Map<List<Object>, Integer> numbers = new LinkedHashMap<>();
    private final Deque<ATNConfigSet> open = new ArrayDeque<>();
    private final List<List<End>> ends = new ArrayList<>();
    private boolean answer;
    private @Nullable Ahead question;

    Simulation(Lexer lexer) {
      super(lexer, lexer.getATN(), new DFA[0], new PredictionContextCache());
      this.lexer = lexer;
    }

    void run(LexerAutomaton automaton) {
      for (ATNState mode : atn.modeToStartState) {
        ATNConfigSet start = computeStartState(NO_TEXT, mode);
        demand(asked.isEmpty(), "asks before a token");
        demand(end(start) == null, "has an empty token");
        automaton.starts.add(number(start, List.of()));
      }
      while (!open.isEmpty()) {
        int state = automaton.states.size();
        ATNConfigSet configurations = open.remove();
        int[] next = new int[CHARACTERS];
        Arrays.setAll(next, character -> behind(configurations, character));
        demand(behind(configurations, IntStream.EOF) == NOWHERE, "matches the end of the text");
        automaton.states.add(new State(next, ends.get(state)));
      }
    }

    private int behind(ATNConfigSet configurations, int character) {
      asked.clear();
      ATNConfigSet granted = reach(configurations, character, true);
      ATNConfigSet denied =
          asked.isEmpty() ? granted : reach(configurations, character, false);
      if (granted.isEmpty()) {
        return NOWHERE;
      }
      demand(asked.size() <= 1, "asks several questions of one place");
      demand(going(granted).equals(going(denied)), "goes on after it has asked");
      ATNConfig first = end(granted);
      ATNConfig second = end(denied);
      List<End> possible = new ArrayList<>();
      if (first != null && !first.equals(second)) {
        possible.add(end(first, question));
      }
      if (second != null) {
        possible.add(end(second, null));
      }
      return number(granted, possible);
    }

    private ATNConfigSet reach(ATNConfigSet configurations, int character, boolean granted) {
      answer = granted;
      ATNConfigSet reached = new OrderedATNConfigSet();
      getReachableConfigSet(NO_TEXT, configurations, reached, character);
      return reached;
    }

    @Override
    protected boolean evaluatePredicate(
        CharStream input, int rule, int predicate, boolean speculative) {
      demand(lexer instanceof AskingLexer, "runs code");
      question = ((AskingLexer) lexer).question(rule, predicate);
      asked.add(question.ordinal());
      return answer;
    }

    /** The number of a state, which is new if there is none that is alike. */
    private int number(ATNConfigSet configurations, List<End> possible) {
      List<Object> key = List.of(going(configurations), possible);
      Integer known = numbers.putIfAbsent(key, numbers.size());
      if (known != null) {
        return known;
      }
      open.add(configurations);
      ends.add(possible);
      return numbers.size() - 1;
    }

    /** What a state is made of, but for the ends of tokens. */
    private static List<ATNConfig> going(ATNConfigSet configurations) {
      return configurations.stream().filter(one -> !(one.state instanceof RuleStopState)).toList();
    }

    /** The first rule that has come to its end, as ANTLR has it; or null. */
    private static @Nullable ATNConfig end(ATNConfigSet configurations) {
      return configurations.stream()
          .filter(one -> one.state instanceof RuleStopState)
          .findFirst()
          .orElse(null);
    }

    private End end(ATNConfig stop, @Nullable Ahead asks) {
      int type = atn.ruleToTokenType[stop.state.ruleIndex];
      int channel = Token.DEFAULT_CHANNEL;
      List<ModeChange> changes = new ArrayList<>();
      LexerActionExecutor executor = ((LexerATNConfig) stop).getLexerActionExecutor();
      for (LexerAction action : executor == null ? new LexerAction[0] : executor.getLexerActions()) {
        if (action instanceof LexerTypeAction other) {
          type = other.getType();
        } else if (action instanceof LexerChannelAction other) {
          channel = other.getChannel();
        } else if (action instanceof LexerModeAction mode) {
          changes.add(new ModeChange(Modes.SET, mode.getMode()));
        } else if (action instanceof LexerPushModeAction mode) {
          changes.add(new ModeChange(Modes.PUSH, mode.getMode()));
        } else if (action instanceof LexerPopModeAction) {
          changes.add(new ModeChange(Modes.POP, 0));
        } else {
          demand(false, "has the command " + action);
        }
      }
      demand(type != ATN.INVALID_ALT_NUMBER, "has a token without a type");
      return new End(asks, type, channel, List.copyOf(changes));
    }

    private void demand(boolean holds, String otherwise) {
      if (!holds) {
        throw new IllegalStateException(lexer.getGrammarFileName() + ": a rule " + otherwise);
      }
    }
  }
}
