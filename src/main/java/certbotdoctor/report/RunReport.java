package certbotdoctor.report;

import certbotdoctor.core.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of the client.
 *
 * @param id {@code R1}, {@code R2} …
 * @param started local time, or with offset where known
 * @param server ACME directory URL
 * @param outcome {@code success}, {@code failure}, {@code not-due}, {@code dry-run-success}, {@code
 *     nothing-to-do}, {@code incomplete}
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
}
