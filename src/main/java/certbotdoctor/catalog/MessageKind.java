package certbotdoctor.catalog;

import java.util.Locale;
import java.util.Optional;

/**
 * What a message of the catalogue means: the words that rules refer to. A closed list; a message
 * that no rule needs is {@link #INFORMATIONAL}.
 */
public enum MessageKind {
  /** The account or the server has no zone for the name. */
  ZONE_NOT_FOUND,
  /** The provider rejects the credentials. */
  PROVIDER_AUTH,
  /** The credentials are accepted, the action is not allowed. */
  PROVIDER_PERMISSION,
  /** The provider throttles. */
  PROVIDER_RATE_LIMIT,
  /** Words of a provider about credentials; they count only where the record was not added. */
  AUTH_WORDS,
  /** Words of a provider about rights; they count only where the record was not added. */
  PERMISSION_WORDS,
  /** Words of a provider about its limits; they count only where the record was not added. */
  THROTTLE_WORDS,
  /** Words of a provider about a zone that it lacks; they count only where no record was added. */
  ZONE_WORDS,
  /** The provider's API is down, unreachable, answers nonsense or refuses for another reason. */
  PROVIDER_API_ERROR,
  /** The very record exists already. */
  RECORD_EXISTS,
  /** Another record, such as a CNAME, stands in the way. */
  RECORD_CONFLICT,
  /** The credentials file does not exist. */
  CREDENTIALS_FILE_MISSING,
  /** The credentials file lacks a property. */
  CREDENTIALS_MISSING_PROPERTY,
  /** Credentials are malformed or do not fit together. */
  CREDENTIALS_INVALID,
  /** No credentials were given at all. */
  CREDENTIALS_NONE,
  /** Others than the owner can read the credentials file. */
  CREDENTIALS_UNSAFE_PERMISSIONS,
  /** The client refuses a file of secrets that others than the owner can read. */
  CREDENTIALS_PERMISSIONS_REFUSED,
  /** The operating system refuses access to a file. */
  PERMISSION_DENIED,
  /** The plugin is not installed or not known. */
  PLUGIN_MISSING,
  /** The plugin is installed and cannot be used with this client, Python or library. */
  PLUGIN_INCOMPATIBLE,
  /** A hook's program does not exist. */
  HOOK_NOT_FOUND,
  /** A hook's program cannot be executed. */
  HOOK_NOT_EXECUTABLE,
  /** A hook ran and says itself that it failed. */
  HOOK_ERROR,
  /** A certificate made by hand cannot be renewed unattended. */
  MANUAL_NOT_AUTOMATABLE,
  /** The record could not be removed. */
  CLEANUP_FAILED,
  /** Cleanup found nothing that it could remove. */
  CLEANUP_NOTHING_MATCHED,
  /** At cleanup the record was already gone. */
  RECORD_MISSING_AT_CLEANUP,
  /** Another instance is running. */
  LOCK_HELD,
  /** A port that the client wants to bind is in use or forbidden. */
  PORT_IN_USE,
  /** The web server's configuration is wrong or the server does not restart. */
  INSTALLER_ERROR,
  /** The client cannot reach the CA. */
  ACME_UNREACHABLE,
  /** The CA answers with an error of its own. */
  ACME_SERVER_ERROR,
  /** The clock of this host, or of the server that it talks to, is wrong. */
  CLOCK_SKEW,
  /** A fault of the client, its runtime, its libraries or its command line. */
  CLIENT_BUG,
  /** A Python module is missing, or lacks what another one expects in it. */
  PYTHON_MISMATCH,
  /** The authenticator cannot do what the CA asks for. */
  NO_CHALLENGE_POSSIBLE,
  /** The client itself refuses a name: malformed, an address, a URL. */
  IDENTIFIER_REFUSED,
  /** The client would have to ask a person. */
  USER_INPUT_MISSING,
  /** There is no account at the CA to use. */
  ACCOUNT_MISSING,
  /** The client's own look at the DNS did not find the record in time. */
  PROPAGATION_CHECK_FAILED,
  /** The client's own look did not find the zone of a name, or its servers. */
  ZONE_LOOKUP_FAILED,
  /** The client's own fetch of its answer to an HTTP challenge failed. */
  HTTP_CHECK_FAILED,
  /** The record could not be added; why is not said. */
  TXT_ADD_FAILED,
  /** Shows the value that must be published: slots {@code name} and {@code value}. */
  EXPECTED_TXT,
  /** Shows which records the provider has. */
  FOUND_RECORD_LIST,
  /** The provider confirmed the new record. */
  RECORD_ADDED,
  /** The record may have been added; the provider did not confirm it. */
  RECORD_ADD_UNCONFIRMED,
  /** The client follows a CNAME from the challenge name: slots {@code from} and {@code to}. */
  FOLLOW_CNAME,
  /** The client asks for a CNAME that must exist: slots {@code from} and {@code to}. */
  CNAME_REQUIRED,
  /** The client says that it failed; why is not said. */
  CLIENT_FAILED,
  /** The client says whose challenge failed: slot {@code domain}; why is said beside it. */
  CHALLENGE_FAILED,
  /** The CA accepted the answer to a challenge: what was awaited has come. */
  VALIDATED,
  /** The client has the certificate. */
  SUCCESS,
  /** A tool that anything may call says that it cannot use a file; whether it matters is open. */
  TOOL_COMPLAINT,
  /** Known, and no sign of a fault. */
  INFORMATIONAL;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word as it stands in catalogue and rules, for example {@code zone-not-found}. */
  public String id() {
    return id;
  }

  /** The kind of a word; empty for a word that is none. */
  public static Optional<MessageKind> of(String id) {
    for (MessageKind kind : values()) {
      if (kind.id.equals(id)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
