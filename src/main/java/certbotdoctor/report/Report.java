package certbotdoctor.report;

import certbotdoctor.core.Text;
import certbotdoctor.probe.Exchange;
import certbotdoctor.report.DiagnosisReport.TxtMatrix;
import certbotdoctor.report.RunReport.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fully resolved report: what every renderer shows, and nothing that it has to work out. Secrets
 * are gone; strings may still hold hostile characters, which each renderer escapes for its format.
 * Plain strings that come from an input (names, details, lines) are as hostile as quoted text.
 *
 * @param toolVersion version of this program
 * @param host host name that wrote the log, where it tells
 * @param offset UTC offset of the log's times such as {@code +01:00}, where it could be inferred
 * @param redacted whether names were replaced by pseudonyms ({@code --share})
 * @param generated when the report was made, UTC, ISO 8601; null in reproducible output
 * @param headline the verdict in one sentence
 * @param inputs what was read
 * @param runs runs that were analysed, newest first, with history after them
 * @param diagnoses what failed and why, most urgent first
 * @param resolved diagnoses of names that succeeded since
 * @param notices things worth saying that broke nothing
 * @param notChecked what was not looked at, and why
 * @param checked the names that were checked live
 * @param exchanges DNS questions and answers, by id
 */
public record Report(
    String toolVersion,
    @Nullable String host,
    @Nullable String offset,
    boolean redacted,
    @Nullable String generated,
    Text headline,
    List<Input> inputs,
    List<RunReport> runs,
    List<DiagnosisReport> diagnoses,
    List<DiagnosisReport> resolved,
    List<Notice> notices,
    List<NotChecked> notChecked,
    List<Checked> checked,
    List<Exchange> exchanges) {

  /** Copies the lists. */
  public Report {
    inputs = List.copyOf(inputs);
    runs = List.copyOf(runs);
    diagnoses = List.copyOf(diagnoses);
    resolved = List.copyOf(resolved);
    notices = List.copyOf(notices);
    notChecked = List.copyOf(notChecked);
    checked = List.copyOf(checked);
    exchanges = List.copyOf(exchanges);
  }

  /** The same report, marked as holding pseudonyms. */
  Report withRedacted() {
    return new Report(
        toolVersion,
        host,
        offset,
        true,
        generated,
        headline,
        inputs,
        runs,
        diagnoses,
        resolved,
        notices,
        notChecked,
        checked,
        exchanges);
  }

  /**
   * The same report with what was seen while the newest run was under way.
   *
   * @param steps further steps of the newest run
   * @param more further notices
   */
  public Report withSeen(List<Step> steps, List<Notice> more) {
    List<RunReport> all = new ArrayList<>(runs);
    if (!all.isEmpty()) {
      all.set(0, all.get(0).withSteps(steps));
    }
    List<Notice> told = new ArrayList<>(notices);
    told.addAll(more);
    return new Report(
        toolVersion,
        host,
        offset,
        redacted,
        generated,
        headline,
        inputs,
        all,
        diagnoses,
        resolved,
        told,
        notChecked,
        checked,
        exchanges);
  }

  /**
   * A name that was checked live.
   *
   * @param name a domain name; with {@code *.} where a wildcard was meant
   * @param expectedTxt values that should have been at its challenge name
   * @param matrix what each server serves there, where no diagnosis shows it
   */
  public record Checked(String name, List<String> expectedTxt, @Nullable TxtMatrix matrix) {
    /** Copies the list. */
    public Checked {
      expectedTxt = List.copyOf(expectedTxt);
    }
  }

  /**
   * One input.
   *
   * @param source name
   * @param kind what it was taken for: {@code debug-log}, {@code terminal-output}, {@code
   *     journal-export}, {@code other-client}, {@code pasted-text}, {@code unrecognised}
   * @param bytes size after decompression
   * @param records records read
   * @param understood records with a known meaning
   * @param unknown records without
   */
  public record Input(
      String source, String kind, long bytes, long records, long understood, long unknown) {}

  /** A notice with an id of its own. */
  public record Notice(String id, Text text, @Nullable String command) {}

  /** Something that was not looked at. */
  public record NotChecked(Text what, Text why) {}
}
