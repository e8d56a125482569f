package certbotdoctor.cli;

import certbotdoctor.report.InputSummary;
import certbotdoctor.run.Run;
import java.util.List;

/**
 * What was read.
 *
 * @param inputs a summary of each input that could be read
 * @param runs oldest first
 * @param complaints one sentence for each input that could not be read
 * @param known whether anything at all was understood
 * @param summarised number of older runs of which only a summary is kept, or their number
 * @param unreported number of failed runs among them that nothing newer made up for
 */
record Reading(
    List<InputSummary> inputs,
    List<Run> runs,
    List<String> complaints,
    boolean known,
    long summarised,
    long unreported) {
  Reading {
    inputs = List.copyOf(inputs);
    runs = List.copyOf(runs);
    complaints = List.copyOf(complaints);
  }
}
