package certbotdoctor.report;

import certbotdoctor.core.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    List<Reference> references) {
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
   * @param state {@code expected}, {@code stale}, {@code foreign}, {@code found} (a value, and none
   *     is known to compare it with), {@code absent}, {@code error}
   */
  public record MatrixRow(
      String server,
      String address,
      String transport,
      String state,
      List<String> values,
      @Nullable String exchange) {}
}
