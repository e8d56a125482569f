package certbotdoctor.report;

import static certbotdoctor.report.SampleParts.configured;
import static certbotdoctor.report.SampleParts.does;
import static certbotdoctor.report.SampleParts.live;
import static certbotdoctor.report.SampleParts.logged;
import static certbotdoctor.report.SampleParts.remedy;
import static certbotdoctor.report.SampleParts.unavailable;

import certbotdoctor.core.Text;
import certbotdoctor.probe.Exchange;
import certbotdoctor.report.DiagnosisReport.Alternative;
import certbotdoctor.report.DiagnosisReport.DiffRun;
import certbotdoctor.report.DiagnosisReport.EvidenceReport;
import certbotdoctor.report.DiagnosisReport.MatrixRow;
import certbotdoctor.report.DiagnosisReport.Reference;
import certbotdoctor.report.DiagnosisReport.RemedyReport;
import certbotdoctor.report.DiagnosisReport.TxtDiff;
import certbotdoctor.report.DiagnosisReport.TxtMatrix;
import java.time.Instant;
import java.util.List;

/** Diagnoses written by hand, for the tests of the renderers. */
final class SampleDiagnoses {
  static final String EXPECTED = "q3Tn0aYb7vWmXoZcD1eFgHiJkLmNoPqRsTuVwXyZ012";
  static final String FOUND = "q3Tn0aYb7vWmXoZcD1eFgHiJkLmNoPqRsTuVw_old_1";

  private static final Reference RFC =
      new Reference("RFC 8555 §8.4", "https://www.rfc-editor.org/rfc/rfc8555#section-8.4");

  private SampleDiagnoses() {}

  static DiagnosisReport stale(String id) {
    return new DiagnosisReport(
        id,
        "txt-stale-record",
        null,
        List.of("R1"),
        List.of("example.org"),
        List.of("example.org", "*.example.org"),
        "likely",
        Text.prose("the value that the CA found is the one of the run before, and ")
            .plus(Text.quoted("ns2.example.net"))
            .plus(Text.prose(" still serves it.")),
        Text.prose("An earlier attempt's TXT record is still there"),
        Text.prose("The record at ")
            .plus(Text.quoted("_acme-challenge.example.org"))
            .plus(Text.prose(" holds the value of an earlier attempt instead of the new one.")),
        List.of(
            logged(
                "supports",
                Text.prose("The CA found a value that run R2 had asked for."),
                "Detail: Incorrect TXT record \"" + FOUND + "\" found",
                120),
            live("supports", Text.quoted("ns2.example.net").plus(Text.prose(" serves it.")), "X2"),
            live("silent", Text.quoted("ns1.example.net").plus(Text.prose(" has none.")), "X1"),
            configured(
                "against",
                Text.prose("The cleanup hook is set and should have removed it."),
                "renewal/example.org.conf"),
            unavailable(
                Text.prose("What the CA's own servers saw."),
                "cleaned-up",
                Text.prose("Run certbot with --debug-challenges and ask while it waits."))),
        List.of(
            new Alternative(
                "propagation-delay",
                null,
                "possible",
                Text.prose("The CA looked before every server had the record"),
                Text.prose("certbot waited only 10 seconds."),
                List.of(Text.prose("The serial numbers of the zone on each server.")))),
        List.of(
            remedy(
                "remove-leftover",
                "Remove the old record",
                "reversible",
                "No server serves a value before the next run.",
                does(
                    "See what is there:",
                    "dig +short TXT _acme-challenge.example.org @ns2.example.net"),
                does("Delete the record at your DNS provider.", null)),
            remedy(
                "dry-run",
                "Try again",
                "none",
                null,
                does(
                    "Renew without counting against the limits:",
                    "certbot renew --cert-name example.org \\\n  --dry-run"))),
        Text.prose("A cleanup hook that removes the record."),
        List.of(Text.prose("Waiting 48 hours does not help: the record does not go away.")),
        List.of(
            new TxtDiff(
                "_acme-challenge.example.org",
                EXPECTED,
                FOUND,
                "other",
                Text.prose("The first 37 characters are equal, the rest is not."),
                List.of(
                    new DiffRun("same", EXPECTED.substring(0, 37)),
                    new DiffRun("removed", EXPECTED.substring(37)),
                    new DiffRun("added", FOUND.substring(37))))),
        new TxtMatrix(
            "_acme-challenge.example.org",
            List.of(
                new MatrixRow("ns1.example.net", "192.0.2.53", "udp", "absent", List.of(), "X1"),
                new MatrixRow(
                    "ns2.example.net", "198.51.100.53", "udp", "stale", List.of(FOUND), "X2"),
                new MatrixRow(
                    "ns3.example.net", "203.0.113.53", "tcp", "expected", List.of(EXPECTED), "X3"),
                new MatrixRow("ns4.example.net", "2001:db8::53", "udp", "error", List.of(), null))),
        List.of(RFC));
  }

  static DiagnosisReport propagation(String id, String verdict, String name) {
    return simple(
        id,
        "propagation-delay",
        verdict,
        List.of(name),
        "The CA looked before every name server had the record",
        "it fits the CA's words, and nothing else is known.",
        logged(
            "supports",
            Text.prose("The CA got NXDOMAIN."),
            "Detail: DNS problem: NXDOMAIN looking up TXT for _acme-challenge." + name,
            7),
        remedy(
            "raise-propagation",
            "Give the servers more time",
            "none",
            null,
            does(
                "Renew with a longer wait:",
                "certbot renew --dns-cloudflare-propagation-seconds 60")));
  }

  static DiagnosisReport permission(String id) {
    return simple(
        id,
        "provider-permission-missing",
        "confirmed",
        List.of("shop.example.net"),
        "The API token may not edit the zone",
        "the provider's API says so itself.",
        logged(
            "supports",
            Text.prose("The API answered with error 9109."),
            "Unable to determine zone_id: 9109 Unauthorized to access requested resource",
            44),
        remedy(
            "grant",
            "Grant the token Zone / DNS / Edit",
            "reversible",
            "certbot renew --dry-run succeeds.",
            does("Open the provider's console and add the permission.", null)));
  }

  static DiagnosisReport cannotTell(String id) {
    return simple(
        id,
        "secondary-validation-failed",
        "cannot-tell",
        List.of("mail.example.net"),
        "Some of the CA's viewpoints failed",
        "no log shows what they saw.",
        unavailable(Text.prose("The view from other networks."), "offline", null),
        remedy("ask", "Look from outside", "none", null, does("Ask from another network.", null)));
  }

  static DiagnosisReport lock(String id) {
    return simple(
        id,
        "lock-held",
        "confirmed",
        List.of(),
        "Another certbot is running",
        "certbot says so itself.",
        logged("supports", Text.prose("certbot could not take its lock."), "Another instance", 3),
        remedy("wait", "Wait for it", "none", null, does("See what runs:", "pgrep -af certbot")));
  }

  private static DiagnosisReport simple(
      String id,
      String cause,
      String verdict,
      List<String> names,
      String title,
      String because,
      EvidenceReport evidence,
      RemedyReport remedy) {
    return new DiagnosisReport(
        id,
        cause,
        null,
        List.of("R1"),
        names,
        names,
        verdict,
        Text.prose(because),
        Text.prose(title),
        Text.EMPTY,
        List.of(evidence),
        List.of(),
        List.of(remedy),
        null,
        List.of(),
        List.of(),
        null,
        List.of(RFC));
  }

  static List<Exchange> exchanges() {
    return List.of(
        exchange("X1", "ns1.example.net", "192.0.2.53", "NXDOMAIN", List.of()),
        exchange(
            "X2",
            "ns2.example.net",
            "198.51.100.53",
            "NOERROR",
            List.of("_acme-challenge.example.org. 300 IN TXT \"" + FOUND + "\"")),
        exchange(
            "X3",
            "ns3.example.net",
            "203.0.113.53",
            "NOERROR",
            List.of("_acme-challenge.example.org. 300 IN TXT \"" + EXPECTED + "\"")));
  }

  private static Exchange exchange(
      String id, String server, String address, String rcode, List<String> answer) {
    return new Exchange(
        id,
        server,
        address,
        "udp",
        "_acme-challenge.example.org. TXT",
        rcode,
        List.of("qr", "aa"),
        answer,
        answer.isEmpty()
            ? List.of("example.org. 3600 IN SOA ns1.example.net. admin.example.org. 7 1 1 1 300")
            : List.of(),
        answer.isEmpty() ? "22 (No Reachable Authority)" : null,
        12,
        Instant.parse("2026-01-02T02:30:00Z"));
  }
}
