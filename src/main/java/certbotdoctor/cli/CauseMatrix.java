package certbotdoctor.cli;

import certbotdoctor.report.DiagnosisReport;
import certbotdoctor.report.Report;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Causes against samples: what was expected, what was found, and where they differ. */
final class CauseMatrix {
  private static final class Row {
    private int expected;
    private int found;
    private int beside;
    private final List<String> missing = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
  }

  private final Map<String, Row> rows = new TreeMap<>();
  private int healthy;

  CauseMatrix(List<String> causes, Map<SampleCase, Report> reports) {
    causes.forEach(cause -> rows.put(cause, new Row()));
    reports.forEach(this::add);
  }

  private void add(SampleCase sample, Report report) {
    List<String> found =
        report.diagnoses().stream().map(DiagnosisReport::cause).distinct().toList();
    healthy += sample.expected().isEmpty() && found.isEmpty() ? 1 : 0;
    for (List<String> any : sample.expected()) {
      String met = any.stream().filter(found::contains).findFirst().orElse(null);
      Row row = row(met == null ? any.get(0) : met);
      row.expected++;
      if (met == null) {
        row.missing.add(sample.name());
      } else {
        row.found++;
      }
    }
    for (String cause : found) {
      if (!sample.expects(cause)) {
        row(cause).wrong.add(sample.name());
      }
    }
    report.diagnoses().stream()
        .flatMap(diagnosis -> diagnosis.alternatives().stream())
        .map(DiagnosisReport.Alternative::cause)
        .distinct()
        .forEach(cause -> row(cause).beside++);
  }

  private Row row(String cause) {
    return rows.computeIfAbsent(cause, key -> new Row());
  }

  /** Whether every sample gives what is expected of it, and nothing else. */
  boolean clean() {
    return rows.values().stream().allMatch(row -> row.missing.isEmpty() && row.wrong.isEmpty());
  }

  void print(PrintStream out) {
    out.printf("%-40s %8s %6s %6s %6s%n", "cause", "expected", "found", "wrong", "beside");
    rows.forEach(
        (cause, row) ->
            out.printf(
                "%-40s %8d %6d %6d %6d%n",
                cause, row.expected, row.found, row.wrong.size(), row.beside));
    out.printf("%d samples without failure give no diagnosis%n", healthy);
    rows.forEach(
        (cause, row) -> {
          row.missing.forEach(sample -> out.printf("missing: %s in %s%n", cause, sample));
          row.wrong.forEach(sample -> out.printf("wrong:   %s in %s%n", cause, sample));
        });
  }
}
