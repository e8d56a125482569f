package certbotdoctor.grammar;

import certbotdoctor.grammar.LexerAutomaton.End;
import certbotdoctor.grammar.LexerAutomaton.ModeChange;
import certbotdoctor.grammar.LexerAutomaton.State;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes an automaton in the form that {@link LexerTable} walks. In the midst of a phrase a state
 * knows one character, and for all others it is like any state in the midst of a phrase: what is
 * common is a row of addresses that many states share, and a state has only exceptions from it.
 */
final class LexerTableWriter {
  /** More exceptions than these are worth a row of their own. */
  private static final int MOST_EXCEPTIONS = 24;

  /** How often rows are set right. */
  private static final int ROUNDS = 3;

  private final LexerAutomaton automaton;
  private final List<State> states;
  private final List<int[]> rows = new ArrayList<>();
  private final int[] rowOf;
  private final int[] addresses;

  LexerTableWriter(LexerAutomaton automaton) {
    this.automaton = automaton;
    this.states = automaton.states();
    this.rowOf = new int[states.size()];
    this.addresses = new int[states.size()];
  }

  /** The table. */
  byte[] bytes() {
    chooseRows();
    ByteArrayOutputStream ends = new ByteArrayOutputStream();
    int head = LexerTable.ADDRESS * (1 + automaton.starts().size());
    Map<List<End>, Integer> endAddresses = new LinkedHashMap<>();
    endAddresses.put(List.of(), LexerTable.NONE);
    for (State state : states) {
      if (!endAddresses.containsKey(state.ends())) {
        endAddresses.put(state.ends(), head + ends.size());
        writeEnds(state.ends(), ends);
      }
    }
    int address = head + ends.size();
    for (int i = 0; i < states.size(); i++) {
      addresses[i] = address;
      address += LexerTable.FIRST_EXCEPTION + exceptions(i).size() * (1 + LexerTable.ADDRESS);
    }
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    number(address, LexerTable.ADDRESS, table);
    automaton.starts().forEach(start -> state(start, table));
    table.writeBytes(ends.toByteArray());
    for (int i = 0; i < states.size(); i++) {
      number(endAddresses.getOrDefault(states.get(i).ends(), LexerTable.NONE), 2, table);
      writeWays(i, table);
    }
    for (int[] row : rows) {
      Arrays.stream(row).forEach(next -> state(next, table));
    }
    return table.toByteArray();
  }

  /**
   * Gives each state a row: the first one that is near enough, or its own. Then each row is set to
   * what most of its states have, and each state looks for the nearest row again.
   */
  private void chooseRows() {
    for (int i = 0; i < rowOf.length; i++) {
      rowOf[i] = nearest(i);
      if (rowOf[i] < 0 || exceptions(i).size() > MOST_EXCEPTIONS) {
        rowOf[i] = rows.size();
        rows.add(states.get(i).next().clone());
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int row = 0; row < rows.size(); row++) {
        setRight(row);
      }
      for (int i = 0; i < rowOf.length; i++) {
        rowOf[i] = nearest(i);
      }
    }
  }

  private int nearest(int state) {
    int nearest = -1;
    int least = Integer.MAX_VALUE;
    for (int row = 0; row < rows.size(); row++) {
      int differences = differences(states.get(state).next(), rows.get(row)).size();
      if (differences < least) {
        least = differences;
        nearest = row;
      }
    }
    return nearest;
  }

  private void setRight(int row) {
    for (int character = 0; character < LexerAutomaton.CHARACTERS; character++) {
      Map<Integer, Integer> votes = new LinkedHashMap<>();
      for (int i = 0; i < rowOf.length; i++) {
        if (rowOf[i] == row) {
          votes.merge(states.get(i).next()[character], 1, Integer::sum);
        }
      }
      int most = 0;
      for (Map.Entry<Integer, Integer> vote : votes.entrySet()) {
        if (vote.getValue() > most) {
          most = vote.getValue();
          rows.get(row)[character] = vote.getKey();
        }
      }
    }
  }

  private List<Integer> exceptions(int state) {
    return differences(states.get(state).next(), rows.get(rowOf[state]));
  }

  /** The characters in which two rows differ. */
  private static List<Integer> differences(int[] one, int[] other) {
    List<Integer> characters = new ArrayList<>();
    for (int i = 0; i < one.length; i++) {
      if (one[i] != other[i]) {
        characters.add(i);
      }
    }
    return characters;
  }

  private void writeWays(int state, ByteArrayOutputStream out) {
    List<Integer> exceptions = exceptions(state);
    number(rowOf[state], 1, out);
    number(exceptions.size(), 1, out);
    for (int character : exceptions) {
      number(character, 1, out);
      state(states.get(state).next()[character], out);
    }
  }

  private static void writeEnds(List<End> ends, ByteArrayOutputStream out) {
    for (End end : ends) {
      number(end.question() == null ? LexerTable.NONE : end.question().ordinal() + 1, 1, out);
      number(end.type(), 1, out);
      number(end.channel(), 1, out);
      number(end.changes().size(), 1, out);
      for (ModeChange change : end.changes()) {
        number(change.kind(), 1, out);
        number(change.mode(), 1, out);
      }
    }
    if (ends.get(ends.size() - 1).question() != null) {
      number(LexerTable.NONE, 2, out);
    }
  }

  private void state(int number, ByteArrayOutputStream out) {
    int address = number == LexerAutomaton.NOWHERE ? LexerTable.NONE : addresses[number];
    number(address, LexerTable.ADDRESS, out);
  }

  private static void number(int value, int size, ByteArrayOutputStream out) {
    if (value < 0 || value >> 8 * size > 0) {
      throw new IllegalStateException("too large for the table of a lexer: " + value);
    }
    for (int i = size - 1; i >= 0; i--) {
      out.write(value >> 8 * i);
    }
  }
}
