package certbotdoctor.cli;

import java.util.ArrayList;
import java.util.List;

/** The debug log of a certbot run that failed to validate {@code example.test}. */
final class FailedRun {
  /** The value that the run asked for. */
  static final String VALUE = "9OmuDXAf94QioMfryNF4Y-h3e9ECaf2Hnk022ylinic";

  /** The value of some other attempt. */
  static final String OTHER = "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX0";

  static final String CHALLENGE = "_acme-challenge.example.test";

  private final List<String> made = new ArrayList<>();
  private final String type;
  private final String detail;
  private String authenticator = "manual";
  private String time = "2026-01-15 11:55:";
  private boolean cleanup;
  private boolean asked = true;
  private String last = "";

  private FailedRun(String type, String detail) {
    this.type = type;
    this.detail = detail;
  }

  /** A run that the CA answered with a problem of a type, with these words. */
  static FailedRun with(String type, String detail) {
    return new FailedRun(type, detail);
  }

  /** The CA found no record. */
  static FailedRun nxdomain() {
    return with(
        "dns",
        "DNS problem: NXDOMAIN looking up TXT for "
            + CHALLENGE
            + " - check that a DNS record exists for this domain");
  }

  /** The CA's resolver failed. */
  static FailedRun servfail() {
    return with(
        "dns",
        "DNS problem: SERVFAIL looking up TXT for "
            + CHALLENGE
            + " - the domain's nameservers may be malfunctioning");
  }

  /** The CA found another value. */
  static FailedRun found(String value) {
    return with("unauthorized", "Incorrect TXT record \\\"" + value + "\\\" found at " + CHALLENGE);
  }

  /** Made by a plugin, which removes its records in the end. */
  FailedRun by(String plugin) {
    this.authenticator = plugin;
    return cleanedUp();
  }

  /** The client says that it removes its records. */
  FailedRun cleanedUp() {
    this.cleanup = true;
    return this;
  }

  /** Failed before the CA was asked to look, with these last words. */
  FailedRun endedBy(String words) {
    this.asked = false;
    this.last = words;
    return this;
  }

  /** Three days before now. */
  FailedRun old() {
    this.time = "2026-01-12 11:55:";
    return this;
  }

  /** A line of the part that makes the record. */
  FailedRun saying(String line) {
    made.add(line);
    return this;
  }

  /** The log as certbot writes it. */
  String text() {
    StringBuilder log = new StringBuilder();
    add(log, "00,100:DEBUG:certbot._internal.main:certbot version: 2.9.0");
    add(
        log,
        "00,101:DEBUG:certbot._internal.main:Arguments: ['--authenticator', '"
            + authenticator
            + "', '-d', 'example.test']");
    add(
        log,
        "00,200:INFO:certbot._internal.plugins.selection:Plugins selected: Authenticator "
            + authenticator
            + ", Installer None");
    add(log, "01,100:INFO:certbot._internal.auth_handler:Performing the following challenges:");
    add(log, "01,101:INFO:certbot._internal.auth_handler:dns-01 challenge for example.test");
    if (authenticator.equals("manual")) {
      add(
          log,
          "01,200:DEBUG:certbot._internal.display.obj:Notifying user: Please deploy a DNS TXT"
              + " record under the name:\n\n"
              + CHALLENGE
              + ".\n\nwith the following value:\n\n"
              + VALUE
              + "\n");
    }
    made.forEach(line -> add(log, "02,100:DEBUG:" + line));
    if (asked) {
      answer(log);
    }
    if (cleanup) {
      add(log, "09,200:INFO:certbot._internal.auth_handler:Cleaning up challenges");
    }
    add(
        log,
        "09,900:ERROR:certbot._internal.log:" + (asked ? "Some challenges have failed." : last));
    return log.toString();
  }

  private void answer(StringBuilder log) {
    add(
        log,
        """
        08,001:DEBUG:acme.client:Received response:
        HTTP 200
        Content-Type: application/json

        {
          "identifier": {"type": "dns", "value": "example.test"},
          "status": "invalid",
          "challenges": [
            {
              "type": "dns-01",
              "url": "https://acme-v02.api.letsencrypt.org/acme/chall/1840077/52300118/Qm1_hw",
              "status": "invalid",
              "error": {"type": "urn:ietf:params:acme:error:%s", "detail": "%s", "status": 403},
              "token": "5JG6CdM5AEZCRWF53a5Fb5kAWVihqFDsPcECtZ_a_bE"
            }
          ]
        }"""
            .formatted(type, detail));
    add(log, "08,100:INFO:certbot._internal.auth_handler:Challenge failed for domain example.test");
  }

  private void add(StringBuilder log, String line) {
    log.append(time).append(line).append('\n');
  }
}
