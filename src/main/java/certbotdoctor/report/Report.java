package certbotdoctor.report;

import certbotdoctor.core.Text;
import certbotdoctor.probe.Exchange;
import java.util.ArrayList;
import java.util.Comparator;
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
   */
  public record Checked(String name, List<String> expectedTxt) {
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

  /**
   * One run of the client.
   *
   * @param id {@code R1}, {@code R2} …
   * @param started local time, or with offset where known
   * @param server ACME directory URL
   * @param outcome {@code success}, {@code failure}, {@code not-due}, {@code dry-run-success},
   *     {@code nothing-to-do}, {@code incomplete}
   * @param timeline steps of the run in order
   */
  public record RunReport(
      String id,
      String source,
      long firstLine,
      long lastLine,
      @Nullable String started,
      @Nullable String ended,
      @Nullable String client,
      @Nullable String clientVersion,
      @Nullable String server,
      boolean dryRun,
      String outcome,
      List<CertificateReport> certificates,
      List<Step> timeline) {

    /** The same run with further steps, put where their times belong. */
    RunReport withSteps(List<Step> more) {
      List<Step> steps = new ArrayList<>(timeline);
      for (Step step : more.stream().sorted(Comparator.comparing(Step::offsetMillis)).toList()) {
        int at = 0;
        while (at < steps.size() && steps.get(at).offsetMillis() <= step.offsetMillis()) {
          at++;
        }
        steps.add(at, step);
      }
      return new RunReport(
          id,
          source,
          firstLine,
          lastLine,
          started,
          ended,
          client,
          clientVersion,
          server,
          dryRun,
          outcome,
          certificates,
          steps);
    }
  }

  /**
   * A step of a run, for the timeline.
   *
   * @param kind {@code order}, {@code deploy}, {@code server}, {@code wait}, {@code check}, {@code
   *     failure}, {@code cleanup}, {@code success}, {@code end}
   * @param at time as in the log, null where there is none
   * @param offsetMillis milliseconds since the start of the run, or -1
   * @param label what happened
   */
  public record Step(
      String kind, @Nullable String at, long offsetMillis, Text label, String source, long line) {}

  /**
   * One certificate (lineage) within a run.
   *
   * @param name lineage name, or the first identifier where no lineage is named
   * @param notAfter expiry date where the log or configuration tells
   */
  public record CertificateReport(
      @Nullable String name,
      @Nullable String authenticator,
      @Nullable String installer,
      String outcome,
      @Nullable String notAfter,
      List<IdentifierReport> identifiers,
      List<ProblemReport> problems) {}

  /** One identifier of a certificate. */
  public record IdentifierReport(
      String name,
      boolean wildcard,
      @Nullable String challenge,
      String outcome,
      List<String> expectedTxt,
      List<String> foundTxt,
      List<ProblemReport> problems) {}

  /**
   * A problem as the CA or the client told it.
   *
   * @param code symptom code
   * @param type ACME error type without prefix
   * @param detail the words
   * @param lines line numbers where it stands
   */
  public record ProblemReport(
      String code,
      @Nullable String type,
      String detail,
      boolean secondary,
      boolean recheck,
      String source,
      List<Long> lines) {}

  /**
   * A root cause with its verdict.
   *
   * @param verdict {@code confirmed}, {@code likely}, {@code possible}, {@code cannot-tell}
   * @param because one sentence: which row of the rule held and on what evidence
   * @param prevention how to keep it from coming back
   * @param wrongAdvice what people commonly try here, and why it fails
   * @param comparisons expected against found TXT values, where both are known
   * @param matrix what each server serves, where it was asked
   */
  public record DiagnosisReport(
      String id,
      String cause,
      @Nullable String variant,
      List<String> runs,
      List<String> certificates,
      List<String> identifiers,
      String verdict,
      Text because,
      Text title,
      Text summary,
      List<EvidenceReport> evidence,
      List<Alternative> alternatives,
      List<RemedyReport> remedies,
      @Nullable Text prevention,
      List<Text> wrongAdvice,
      List<TxtDiff> comparisons,
      @Nullable TxtMatrix matrix,
      List<Reference> references) {}

  /**
   * A piece of evidence.
   *
   * @param kind {@code log}, {@code live}, {@code config}, {@code unavailable}
   * @param stance {@code supports}, {@code against}, {@code silent}
   * @param quote the line as it stands, where there is one
   * @param exchange id of the exchange, for live evidence
   * @param during whether it was seen while the challenge was up
   * @param at time of a live check
   * @param why for unavailable evidence: {@code cleaned-up}, {@code offline} …
   * @param wouldSettle for unavailable evidence: what would tell
   */
  public record EvidenceReport(
      String kind,
      String stance,
      Text says,
      @Nullable String quote,
      @Nullable String source,
      long line,
      @Nullable String exchange,
      boolean during,
      @Nullable String at,
      @Nullable String why,
      @Nullable Text wouldSettle) {}

  /** Another cause that was weighed. */
  public record Alternative(
      String cause,
      @Nullable String variant,
      String verdict,
      Text title,
      Text because,
      List<Text> wouldDecide) {}

  /**
   * What to do.
   *
   * @param risk {@code none}, {@code reversible}, {@code destructive}
   * @param verify how to see that it worked
   */
  public record RemedyReport(
      String id,
      Text title,
      Text why,
      List<RemedyStep> steps,
      String risk,
      @Nullable Text verify) {}

  /**
   * One step of a remedy.
   *
   * @param command a command to copy, or null
   */
  public record RemedyStep(Text text, @Nullable String command) {}

  /** Further reading. */
  public record Reference(String title, String url) {}

  /**
   * Expected against found.
   *
   * @param name owner name of the record
   * @param difference finite word such as {@code padded-base64}
   * @param runs pieces in order: {@code same}, {@code removed} (only in expected), {@code added}
   *     (only in found)
   */
  public record TxtDiff(
      String name,
      String expected,
      String found,
      String difference,
      Text says,
      List<DiffRun> runs) {}

  /** A piece of a difference. */
  public record DiffRun(String kind, String text) {}

  /**
   * What each server serves at a name.
   *
   * @param rows one row a server address
   */
  public record TxtMatrix(String name, List<MatrixRow> rows) {}

  /**
   * A server's answer.
   *
   * @param state {@code expected}, {@code stale}, {@code foreign}, {@code absent}, {@code error}
   */
  public record MatrixRow(
      String server,
      String address,
      String transport,
      String state,
      List<String> values,
      @Nullable String exchange) {}

  /** A notice with an id of its own. */
  public record Notice(String id, Text text, @Nullable String command) {}

  /** Something that was not looked at. */
  public record NotChecked(Text what, Text why) {}
}
