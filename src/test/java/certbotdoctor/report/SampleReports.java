package certbotdoctor.report;

import static certbotdoctor.report.SampleParts.certificate;
import static certbotdoctor.report.SampleParts.identifier;
import static certbotdoctor.report.SampleParts.input;
import static certbotdoctor.report.SampleParts.problem;
import static certbotdoctor.report.SampleParts.run;
import static certbotdoctor.report.SampleParts.step;

import certbotdoctor.core.Text;
import certbotdoctor.report.Report.NotChecked;
import certbotdoctor.report.Report.Notice;
import certbotdoctor.report.RunReport.CertificateReport;
import certbotdoctor.report.RunReport.IdentifierReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reports written by hand, for the tests of the renderers. */
final class SampleReports {
  private SampleReports() {}

  /** All of them by name. */
  static Map<String, Report> all() {
    Map<String, Report> all = new LinkedHashMap<>();
    all.put("stale-record", staleRecord());
    all.put("missing-record", missingRecord());
    all.put("several-causes", severalCauses());
    all.put("success", success());
    all.put("nothing", nothing());
    all.put("no-identifier", noIdentifier());
    return all;
  }

  /** One of them. */
  static Report named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  /** One diagnosis with everything that a report can hold. */
  static Report staleRecord() {
    return new Report(
        "0.1.0",
        "web01",
        "+01:00",
        false,
        "2026-01-02T03:00:00Z",
        Text.prose("An old TXT record answers for ")
            .plus(Text.quoted("example.org"))
            .plus(Text.prose(", so the CA did not find the new one.")),
        List.of(input("letsencrypt.log", "debug-log", 48213, 210, 204)),
        List.of(failedRun("R1", 2), failedRun("R2", 1), goodRun("R3")),
        List.of(SampleDiagnoses.stale("D1")),
        List.of(),
        List.of(
            new Notice(
                "local-cache-misleads",
                Text.prose(
                    "Your own resolver may still hold the old answer; the CA never asks it."),
                "resolvectl flush-caches")),
        List.of(
            new NotChecked(
                Text.prose("IPv6 name servers"), Text.prose("this host has no IPv6 route"))),
        List.of(),
        SampleDiagnoses.exchanges());
  }

  /** A bare NXDOMAIN after a successful hook: several possible causes. */
  static Report missingRecord() {
    return new Report(
        "0.1.0",
        null,
        null,
        false,
        null,
        Text.prose("The CA found no TXT record; why is not known for certain."),
        List.of(input("-", "terminal-output", 1800, 24, 24)),
        List.of(
            run(
                "R1",
                "-",
                null,
                "failure",
                List.of(
                    new CertificateReport(
                        "example.net",
                        "manual",
                        null,
                        "failure",
                        null,
                        List.of(
                            identifier(
                                "example.net",
                                List.of(),
                                List.of(),
                                problem(
                                    "dns-nxdomain",
                                    "dns",
                                    "DNS problem: NXDOMAIN looking up TXT for"
                                        + " _acme-challenge.example.net - check that a DNS record"
                                        + " exists for this domain",
                                    7))),
                        List.of())),
                List.of())),
        List.of(SampleDiagnoses.propagation("D1", "possible", "example.net")),
        List.of(),
        List.of(),
        List.of(new NotChecked(Text.prose("Live DNS"), Text.prose("not checked live; add --live"))),
        List.of(),
        List.of());
  }

  /** Several certificates, several verdicts, one cause that is gone. */
  static Report severalCauses() {
    return new Report(
        "0.1.0",
        "web01",
        "+01:00",
        true,
        null,
        Text.prose("Three certificates failed, for three reasons."),
        List.of(
            input("letsencrypt.log", "debug-log", 148213, 910, 904),
            input("letsencrypt.log.1.gz", "debug-log", 9213, 90, 90)),
        List.of(failedRun("R1", 2)),
        List.of(
            SampleDiagnoses.stale("D1"),
            SampleDiagnoses.permission("D2"),
            SampleDiagnoses.cannotTell("D3")),
        List.of(SampleDiagnoses.propagation("D4", "likely", "shop.example.org")),
        List.of(),
        List.of(),
        List.of(),
        SampleDiagnoses.exchanges());
  }

  /** Nothing failed. */
  static Report success() {
    return new Report(
        "0.1.0",
        "web01",
        null,
        false,
        null,
        Text.prose("Nothing failed: 1 certificate was renewed."),
        List.of(input("letsencrypt.log", "debug-log", 9213, 90, 90)),
        List.of(goodRun("R1")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** An input without any run. */
  static Report nothing() {
    return new Report(
        "0.1.0",
        null,
        null,
        false,
        null,
        Text.prose("The inputs hold nothing that this program knows."),
        List.of(input("notes.txt", "unrecognised", 12, 1, 0)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** A failure of the whole run. */
  static Report noIdentifier() {
    return new Report(
        "0.1.0",
        "web01",
        null,
        false,
        null,
        Text.prose("Another certbot is running."),
        List.of(input("letsencrypt.log", "debug-log", 800, 6, 6)),
        List.of(
            run(
                "R1",
                "letsencrypt.log",
                "2026-01-02T03:04:05.678",
                "failure",
                List.of(),
                List.of())),
        List.of(SampleDiagnoses.lock("D1")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Many diagnoses of one shape. */
  static Report many(int count) {
    List<DiagnosisReport> diagnoses = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      diagnoses.add(SampleDiagnoses.stale("D" + i));
    }
    return SampleParts.withDiagnoses(staleRecord(), diagnoses);
  }

  private static RunReport failedRun(String id, int day) {
    String started = "2026-01-0" + day + "T03:04:05.678";
    IdentifierReport apex =
        identifier(
            "example.org",
            List.of(SampleDiagnoses.EXPECTED),
            List.of(SampleDiagnoses.FOUND),
            problem(
                "txt-incorrect",
                "unauthorized",
                "Incorrect TXT record \""
                    + SampleDiagnoses.FOUND
                    + "\" found at _acme-challenge.example.org",
                120));
    return run(
        id,
        "letsencrypt.log",
        started,
        "failure",
        List.of(certificate("example.org", "failure", "2026-02-01T10:00:00", apex)),
        List.of(
            step("order", 0, "order created for ", "example.org", 31),
            step("deploy", 812, "TXT record created at ", "_acme-challenge.example.org", 60),
            step("wait", 1204, "waiting 10 seconds for DNS changes", "", 66),
            step("check", 11301, "asked the CA to check ", "example.org", 80),
            step("failure", 14822, "the CA found an incorrect TXT record", "", 120),
            step("cleanup", 15010, "TXT record removed", "", 131),
            step("end", 15900, "certbot ended with code 1", "", 210)));
  }

  private static RunReport goodRun(String id) {
    return run(
        id,
        "letsencrypt.log.1",
        "2025-11-03T03:04:05.678",
        "success",
        List.of(
            certificate(
                "example.org",
                "success",
                "2026-02-01T10:00:00",
                identifier("example.org", List.of(), List.of()))),
        List.of(
            step("order", 0, "order created", "", 12),
            step("success", 14000, "certificate written", "", 88)));
  }
}
