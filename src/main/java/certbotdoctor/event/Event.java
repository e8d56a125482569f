package certbotdoctor.event;

import certbotdoctor.ca.CaText;
import certbotdoctor.catalog.MessageMatch;
import certbotdoctor.core.ChallengeType;
import certbotdoctor.core.SourceSpan;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that an input tells. Closed family; switch on {@link #kind}. */
public sealed interface Event {
  /** Where and when it was written. */
  Origin origin();

  /** The kind, one for each member of the family. */
  default Kind kind() {
    return Kind.of(this);
  }

  /**
   * Where and when an event was written.
   *
   * @param span the lines
   * @param at local time of the record, null in terminal output
   * @param level level of the record, null in terminal output
   * @param logger logger of the record, null in terminal output
   */
  record Origin(
      SourceSpan span,
      @Nullable LocalDateTime at,
      @Nullable String level,
      @Nullable String logger) {}

  /** The members of the family. */
  enum Kind {
    RUN_STARTED,
    ARGUMENTS,
    PLUGINS_SELECTED,
    ACME_REQUEST,
    ACME_RESPONSE,
    ACME_OBJECT,
    ACCOUNT_PICKED,
    CHALLENGE_STARTED,
    CHALLENGE_FAILED,
    PROPAGATION_WAIT,
    CLEANUP_STARTED,
    REPORT_STARTED,
    CA_PROBLEM,
    HINT,
    EXPECTED_TXT,
    HOOK_RAN,
    TRACEBACK,
    LINEAGE_STARTED,
    ISSUANCE_STARTED,
    LINEAGE_FAILED,
    RENEWAL_ITEM,
    OUTCOME,
    FAILURE_LINE,
    CLIENT_MESSAGE,
    MARK,
    UNKNOWN;

    private static final ClassValue<Kind> OF_CLASS =
        new ClassValue<>() {
          @Override
          protected Kind computeValue(Class<?> type) {
            String name = type.getSimpleName();
            StringBuilder constant = new StringBuilder(name.length() + 4);
            for (int i = 0; i < name.length(); i++) {
              char c = name.charAt(i);
              if (i > 0 && Character.isUpperCase(c)) {
                constant.append('_');
              }
              constant.append(Character.toUpperCase(c));
            }
            return valueOf(constant.toString());
          }
        };

    private static Kind of(Event event) {
      return OF_CLASS.get(event.getClass());
    }
  }

  /** A run begins; version and client as written, the entry point tells snap from distribution. */
  record RunStarted(Origin origin, String client, @Nullable String version) implements Event {}

  /** The command line, without its verb (certbot logs it without). */
  record Arguments(Origin origin, List<String> arguments) implements Event {}

  /** The plugins in use; "None" is null. */
  record PluginsSelected(Origin origin, @Nullable String authenticator, @Nullable String installer)
      implements Event {}

  /** A request to the CA; the protected header of its JWS where it is shown. */
  record AcmeRequest(Origin origin, String method, String url, @Nullable String protectedHeader)
      implements Event {}

  /** A response of the CA; headers by lower-case name. */
  record AcmeResponse(
      Origin origin, int status, Map<String, String> headers, @Nullable JsonNode body)
      implements Event {}

  /** An ACME object in JSON that stands by itself: authorization, challenge, order, problem. */
  record AcmeObject(Origin origin, JsonNode body) implements Event {}

  /** The account in use: its URL, certbot's id of it, and the host that made it. */
  record AccountPicked(
      Origin origin, @Nullable String url, @Nullable String id, @Nullable String host)
      implements Event {}

  /** A challenge for an identifier begins (or, before the report, is named again). */
  record ChallengeStarted(Origin origin, ChallengeType type, String identifier) implements Event {}

  /** A challenge failed. */
  record ChallengeFailed(Origin origin, String identifier) implements Event {}

  /** The client sleeps before it asks the CA to look. */
  record PropagationWait(Origin origin, int seconds) implements Event {}

  /** The client removes its records and files. */
  record CleanupStarted(Origin origin) implements Event {}

  /** The CA's report begins. */
  record ReportStarted(Origin origin, @Nullable String authenticator) implements Event {}

  /**
   * A problem that the CA reported.
   *
   * @param identifier the name as written, null where only the detail may tell
   * @param text the detail, read
   * @param channel where it was told
   */
  record CaProblem(
      Origin origin,
      @Nullable String identifier,
      @Nullable ChallengeType challenge,
      CaText text,
      Channel channel)
      implements Event {}

  /** Where a CA problem was told. */
  enum Channel {
    /** In an authorization, challenge or order, or as the body of an error response. */
    JSON,
    /** In certbot's report of failed identifiers. */
    REPORT,
    /** In an exception or error line, with a URN or without. */
    MESSAGE
  }

  /** certbot's hint; never evidence, but it names the plugin and its wait. */
  record Hint(Origin origin, @Nullable String plugin, int waitSeconds) implements Event {}

  /** A TXT value that somebody is to publish, was told to publish, or was seen to publish. */
  record ExpectedTxt(Origin origin, @Nullable String name, String value, Source source)
      implements Event {
    /** Who told the value. */
    public enum Source {
      MANUAL_PROMPT,
      DEBUG_CHALLENGES,
      PLUGIN
    }
  }

  /**
   * A hook ran: its exit code, its output or its error output, each told by a record of its own.
   */
  record HookRan(
      Origin origin,
      String hook,
      @Nullable String identifier,
      @Nullable Integer exitCode,
      @Nullable String output,
      @Nullable String errors)
      implements Event {}

  /** A Python traceback: last line and innermost certbot frames. */
  record Traceback(Origin origin, @Nullable String exception, String message, List<String> frames)
      implements Event {}

  /** Work on a lineage begins, in a renewal run. */
  record LineageStarted(Origin origin, String name) implements Event {}

  /** A certificate is asked for; names as abbreviated by certbot. */
  record IssuanceStarted(Origin origin, List<String> names, boolean renewal, boolean dryRun)
      implements Event {}

  /** A lineage failed; the message as certbot gives it. */
  record LineageFailed(Origin origin, @Nullable String name, String message) implements Event {}

  /** A line of the renewal summary; state is failure, success, skipped or parsefail. */
  record RenewalItem(Origin origin, String name, String state, @Nullable String expires)
      implements Event {}

  /** Something that ends a run or a certificate. */
  record Outcome(Origin origin, Word word, @Nullable String detail) implements Event {
    /** How it ended. */
    public enum Word {
      CERTIFICATE_RECEIVED,
      CERTIFICATE_PATH,
      EXPIRY,
      DRY_RUN_SUCCESS,
      NOT_DUE,
      RENEWALS_SUCCEEDED,
      RENEWALS_FAILED,
      NO_RENEWALS,
      NO_FAILURES,
      FAILURE_COUNTS,
      CHALLENGES_FAILED,
      NOT_FINALIZED,
      USER_EXIT,
      ABNORMAL_EXIT
    }
  }

  /** What certbot prints last: the words after "An unexpected error occurred:", an ERROR record. */
  record FailureLine(Origin origin, String text) implements Event {}

  /**
   * A message of the catalogue.
   *
   * @param identifier the name that the words around it say it is about; null where they do not
   */
  record ClientMessage(Origin origin, MessageMatch match, String text, @Nullable String identifier)
      implements Event {}

  /** A phrase of certbot that matters for the course of a run only. */
  record Mark(Origin origin, String phrase, String rest) implements Event {}

  /** Text that nothing here knows. */
  record Unknown(Origin origin, String text) implements Event {}
}
