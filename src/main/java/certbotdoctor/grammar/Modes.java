package certbotdoctor.grammar;

import java.util.ArrayDeque;
import java.util.Deque;

/** The mode of a lexer, and those that it returns to. */
final class Modes {
  /** Kinds of change. */
  static final int SET = 0;

  static final int PUSH = 1;
  static final int POP = 2;

  private final Deque<Integer> outer = new ArrayDeque<>();
  private int mode;

  /** The mode; that of the beginning is 0. */
  int mode() {
    return mode;
  }

  /** Does what a command of a grammar says. */
  void change(int kind, int other) {
    if (kind == POP) {
      mode = outer.pop();
      return;
    }
    if (kind == PUSH) {
      outer.push(mode);
    }
    mode = other;
  }
}
