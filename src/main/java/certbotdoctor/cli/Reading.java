package certbotdoctor.cli;

import certbotdoctor.report.InputSummary;
import certbotdoctor.run.Run;
import certbotdoctor.run.SymptomCounts;
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
 * @param left what was not read or is only counted besides
 */
record Reading(
    List<InputSummary> inputs,
    List<Run> runs,
    List<String> complaints,
    boolean known,
    long summarised,
    long unreported,
    Left left) {
  /**
   * What was not read or is only counted.
   *
   * @param names the names that failed in failed runs that are not reported
   * @param cutRecords number of records of which only the beginning was read
   * @param cutBytes what was not read of them
   */
  record Left(SymptomCounts names, long cutRecords, long cutBytes) {
    static final Left NOTHING = new Left(SymptomCounts.NONE, 0, 0);
  }

  Reading {
    inputs = List.copyOf(inputs);
    runs = List.copyOf(runs);
    complaints = List.copyOf(complaints);
  }
}
