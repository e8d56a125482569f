package certbotdoctor.diagnose;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The closed set of facts that rules may speak of, with their slots. */
public final class FactKinds {
  /** A symptom that the CA reported. */
  public static final String PROBLEM = "problem";

  /** A message of the catalogue. */
  public static final String MESSAGE = "message";

  /** How a TXT value that the CA found differs from the expected one. */
  public static final String TXT = "txt";

  /** A hook that ran, failed or printed something. */
  public static final String HOOK = "hook";

  /** Where a hook says that it put the value: at the challenge name, or at a wrong one. */
  public static final String HOOK_RECORD = "hook-record";

  /** The client's wait for propagation. */
  public static final String WAIT = "wait";

  /** The client removed its records. */
  public static final String CLEANUP = "cleanup";

  /** The authenticator in use. */
  public static final String AUTHENTICATOR = "authenticator";

  /** The client and its version. */
  public static final String CLIENT = "client";

  /** A Python exception that ended something. */
  public static final String EXCEPTION = "exception";

  /** Last words of the client. */
  public static final String FAILURE = "failure";

  /** An HTTP error of the CA. */
  public static final String RESPONSE = "response";

  /** Somebody was told, or said, to publish the record. */
  public static final String DEPLOYED = "deployed";

  /** How many identifiers there are and how many failed. */
  public static final String IDENTIFIERS = "identifiers";

  /** Apex and wildcard of one name in one certificate. */
  public static final String PAIR = "pair";

  /** Earlier runs of the same certificate. */
  public static final String HISTORY = "history";

  /** Failed validations of the last hour, and what the CA's limit leaves. */
  public static final String ATTEMPTS = "attempts";

  /** The requested plugin is not among the discovered ones. */
  public static final String PLUGIN_NOT_FOUND = "plugin-not-found";

  /** Several symptoms that cannot be true of one lookup. */
  public static final String CONTRADICTION = "contradiction";

  /** A challenge failed, and no words of the CA are known. */
  public static final String UNEXPLAINED = "unexplained";

  /** Something in certbot's local configuration. */
  public static final String CONFIG = "config";

  /** What a live check found, with what it told besides; for notices only. */
  public static final String LIVE = "live";

  private static final Map<String, Set<String>> SLOTS = new TreeMap<>();

  static {
    SLOTS.put(PROBLEM, Set.of("*"));
    SLOTS.put(MESSAGE, Set.of("*"));
    SLOTS.put(
        TXT, Set.of("difference", "expected", "found", "name", "position", "known", "earlier"));
    SLOTS.put(HOOK, Set.of("hook", "failed", "exit", "errors", "output", "text", "traceback"));
    SLOTS.put(HOOK_RECORD, Set.of("name", "place"));
    SLOTS.put(WAIT, Set.of("seconds", "plugin", "source"));
    SLOTS.put(CLEANUP, Set.of());
    SLOTS.put(AUTHENTICATOR, Set.of("name", "kind"));
    SLOTS.put(CLIENT, Set.of("name", "version"));
    SLOTS.put(EXCEPTION, Set.of("class", "message"));
    SLOTS.put(FAILURE, Set.of("text"));
    SLOTS.put(RESPONSE, Set.of("status"));
    SLOTS.put(DEPLOYED, Set.of("by", "value", "name"));
    SLOTS.put(IDENTIFIERS, Set.of("total", "failing", "all"));
    SLOTS.put(PAIR, Set.of("name", "other"));
    SLOTS.put(HISTORY, Set.of("event", "at", "count", "run"));
    SLOTS.put(ATTEMPTS, Set.of("failures", "left", "limit", "name", "free-at"));
    SLOTS.put(PLUGIN_NOT_FOUND, Set.of("plugin"));
    SLOTS.put(CONTRADICTION, Set.of("codes", "count"));
    SLOTS.put(UNEXPLAINED, Set.of("challenge"));
    SLOTS.put(CONFIG, Set.of("*"));
    SLOTS.put(LIVE, Set.of("*"));
  }

  private FactKinds() {}

  /** Slots by kind; {@code *} stands for any slot. */
  public static Map<String, Set<String>> slots() {
    return Map.copyOf(SLOTS);
  }
}
