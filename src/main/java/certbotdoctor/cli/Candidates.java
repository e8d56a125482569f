package certbotdoctor.cli;

import certbotdoctor.report.Format;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The values that shell completion offers for an option or parameter. */
final class Candidates {
  static final List<String> COLOURS = List.of("auto", "always", "never");
  static final List<String> SHELLS = List.of("bash", "zsh");
  static final List<String> STAGES = List.of("records", "events", "runs", "hypotheses", "probes");

  private Candidates() {}

  /** Formats of a report. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Format.values()).map(Format::id).iterator();
    }
  }

  /** When output is coloured. */
  static final class Colours implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return COLOURS.iterator();
    }
  }

  /** Shells with completion. */
  static final class Shells implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return SHELLS.iterator();
    }
  }

  /** Stages of the work that can be looked into. */
  static final class Stages implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return STAGES.iterator();
    }
  }
}
