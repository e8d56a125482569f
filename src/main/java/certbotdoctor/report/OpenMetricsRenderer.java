package certbotdoctor.report;

import certbotdoctor.report.Overview.CertificateLine;
import certbotdoctor.report.Overview.Visit;
import certbotdoctor.report.RunReport.CertificateReport;
import certbotdoctor.report.RunReport.IdentifierReport;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Renders OpenMetrics text that Prometheus' node exporter reads as well (textfile collector): only
 * gauges, names that stay, labels from finite sets but for the certificate's name. Times whose
 * offset from UTC is not known are left out.
 */
final class OpenMetricsRenderer implements Renderer {
  /** More certificates than this are counted together. */
  private static final int MOST_CERTIFICATES = 1000;

  private static final int LONGEST_LABEL = 200;
  private static final String OTHERS = "(others)";

  @Override
  public void render(Report report, Appendable out) throws IOException {
    Overview overview = Overview.of(report);
    Labels labels = new Labels();
    family(out, "build_info", "Version of the program that wrote this file.");
    sample(out, "build_info", "version=\"" + escape(report.toolVersion()) + "\"", 1);
    family(out, "failures", "Failed names by certificate and root cause.");
    for (Map.Entry<String, Long> row : failures(report, labels).entrySet()) {
      sample(out, "failures", row.getKey(), row.getValue());
    }
    family(out, "certificate_failed", "Whether the newest run failed for this certificate.");
    for (Map.Entry<String, Long> row : failed(overview, labels).entrySet()) {
      sample(out, "certificate_failed", row.getKey(), row.getValue());
    }
    times(report, overview, labels, out);
    out.append("# EOF\n");
  }

  private static void times(Report report, Overview overview, Labels labels, Appendable out)
      throws IOException {
    Map<String, Long> successes = new TreeMap<>();
    Map<String, Long> expiries = new TreeMap<>();
    for (CertificateLine line : overview.certificates()) {
      String label = "certificate=\"" + labels.of(line.certificate().name()) + "\"";
      later(successes, label, lastSuccess(line, report.offset()));
      later(expiries, label, ReportTime.expiry(line.certificate().notAfter()));
    }
    String success = "last_success_timestamp_seconds";
    family(out, success, "When the newest successful run for this certificate ended.");
    for (Map.Entry<String, Long> row : successes.entrySet()) {
      sample(out, success, row.getKey(), row.getValue());
    }
    String expiry = "certificate_expiry_timestamp_seconds";
    family(out, expiry, "When the certificate expires.");
    for (Map.Entry<String, Long> row : expiries.entrySet()) {
      sample(out, expiry, row.getKey(), row.getValue());
    }
    Instant generated = ReportTime.instant(report.generated(), null);
    if (generated != null) {
      String made = "report_timestamp_seconds";
      family(out, made, "When the report was made.");
      sample(out, made, "", generated.getEpochSecond());
    }
  }

  private static void later(Map<String, Long> times, String label, @Nullable Instant time) {
    if (time != null) {
      times.merge(label, time.getEpochSecond(), Math::max);
    }
  }

  /** A dry run issues nothing that is used, so it is no success here. */
  private static @Nullable Instant lastSuccess(CertificateLine line, @Nullable String offset) {
    Instant last = null;
    for (Visit visit : line.history()) {
      String ended = visit.run().ended() == null ? visit.run().started() : visit.run().ended();
      Instant time = ReportTime.instant(ended, offset);
      if (visit.outcome().equals("success") && !visit.run().dryRun() && time != null) {
        last = last == null || time.isAfter(last) ? time : last;
      }
    }
    return last;
  }

  private static Map<String, Long> failed(Overview overview, Labels labels) {
    Map<String, Long> rows = new TreeMap<>();
    for (CertificateLine line : overview.certificates()) {
      long failed = line.certificate().outcome().equals("failure") ? 1 : 0;
      String label = "certificate=\"" + labels.of(line.certificate().name()) + "\"";
      rows.merge(label, failed, Math::max);
    }
    return rows;
  }

  private static Map<String, Long> failures(Report report, Labels labels) {
    Map<String, Long> rows = new TreeMap<>();
    for (DiagnosisReport diagnosis : report.diagnoses()) {
      List<String> names =
          diagnosis.certificates().isEmpty() ? List.of("") : diagnosis.certificates();
      for (String name : names) {
        String label =
            "certificate=\"%s\",cause=\"%s\",verdict=\"%s\""
                .formatted(labels.of(name), escape(diagnosis.cause()), escape(diagnosis.verdict()));
        rows.merge(label, count(report, diagnosis, name), Long::sum);
      }
    }
    return rows;
  }

  /** How many of the diagnosed names belong to the certificate; at least one thing failed. */
  private static long count(Report report, DiagnosisReport diagnosis, String certificate) {
    if (diagnosis.certificates().size() < 2) {
      return Math.max(1, diagnosis.identifiers().size());
    }
    Set<String> own = new HashSet<>();
    report.runs().stream()
        .flatMap(run -> run.certificates().stream())
        .filter(c -> certificate.equals(c.name()))
        .map(CertificateReport::identifiers)
        .forEach(all -> all.stream().map(IdentifierReport::name).forEach(own::add));
    return Math.max(1, diagnosis.identifiers().stream().filter(own::contains).count());
  }

  private static void family(Appendable out, String name, String help) throws IOException {
    out.append("# HELP certbot_doctor_").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE certbot_doctor_").append(name).append(" gauge\n");
  }

  private static void sample(Appendable out, String name, String labels, long value)
      throws IOException {
    out.append("certbot_doctor_").append(name);
    if (!labels.isEmpty()) {
      out.append('{').append(labels).append('}');
    }
    out.append(' ').append(Long.toString(value)).append('\n');
  }

  /** A label value: backslash, quote and line end escaped, characters that act written out. */
  private static String escape(String value) {
    StringBuilder shown = new StringBuilder();
    Visible.clipped(value, LONGEST_LABEL)
        .codePoints()
        .forEach(
            cp -> {
              if (cp == '\n' || !Visible.acts(cp)) {
                shown.appendCodePoint(cp);
              } else {
                shown.append(Visible.written(cp));
              }
            });
    return shown.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  /** Keeps the number of certificate labels bounded. */
  private static final class Labels {
    private final Set<String> known = new HashSet<>();

    String of(@Nullable String certificate) {
      String label = escape(certificate == null ? "" : certificate);
      if (known.size() >= MOST_CERTIFICATES && !known.contains(label)) {
        return OTHERS;
      }
      known.add(label);
      return label;
    }
  }
}
