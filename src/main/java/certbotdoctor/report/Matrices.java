package certbotdoctor.report;

import certbotdoctor.acme.DnsChallengeName;
import certbotdoctor.diagnose.Diagnosis;
import certbotdoctor.diagnose.Subject;
import certbotdoctor.probe.Exchange;
import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeResult;
import certbotdoctor.report.DiagnosisReport.MatrixRow;
import certbotdoctor.report.DiagnosisReport.TxtMatrix;
import certbotdoctor.run.IdentifierRun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What each authoritative server serves at the challenge name of a diagnosis. */
final class Matrices {
  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"");

  private Matrices() {}

  /** What servers had while the challenge was up, where that was watched; else what they have. */
  static @Nullable TxtMatrix of(Diagnosis diagnosis, Map<ProbeRequest, ProbeResult> probes) {
    TxtMatrix seen = first(diagnosis.subjects(), probes, "dns.capture");
    return seen == null ? of(diagnosis.subjects(), probes) : seen;
  }

  /** What servers have for the first of some identifiers that they were asked for. */
  static @Nullable TxtMatrix of(List<Subject> subjects, Map<ProbeRequest, ProbeResult> probes) {
    return first(subjects, probes, "dns.txt");
  }

  private static @Nullable TxtMatrix first(
      List<Subject> subjects, Map<ProbeRequest, ProbeResult> probes, String probe) {
    List<ProbeResult> answers = new ArrayList<>();
    for (ProbeResult result : probes.values()) {
      if (result.request().probe().equals(probe) && !result.trace().isEmpty()) {
        answers.add(result);
      }
    }
    if (answers.isEmpty()) {
      return null;
    }
    for (Subject subject : subjects) {
      IdentifierRun identifier = subject.identifier();
      if (identifier != null) {
        for (ProbeResult result : answers) {
          if (identifier.name().equalsIgnoreCase(result.request().slots().get("domain"))) {
            TxtMatrix matrix = matrix(identifier, result);
            if (!matrix.rows().isEmpty()) {
              return matrix;
            }
          }
        }
      }
    }
    return null;
  }

  private static TxtMatrix matrix(IdentifierRun identifier, ProbeResult result) {
    String challenge = DnsChallengeName.of(identifier.name()).value();
    String name = result.facts().get("target", result.facts().get("watched-owner", challenge));
    String question = (name.endsWith(".") ? name : name + ".") + " TXT";
    List<MatrixRow> rows = new ArrayList<>();
    for (Exchange exchange : atOnce(result)) {
      boolean authoritative = exchange.flags().contains("aa") || !exchange.flags().contains("ra");
      if (exchange.question().equalsIgnoreCase(question) && authoritative) {
        rows.add(row(exchange, identifier));
      }
    }
    return new TxtMatrix(name, rows);
  }

  /**
   * Of a server that was watched, the one answer that counts: the first after the moment of the
   * result, else the last before.
   */
  private static Collection<Exchange> atOnce(ProbeResult result) {
    if (!result.facts().get("during", "false").equals("true")) {
      return result.trace();
    }
    Map<String, Exchange> chosen = new LinkedHashMap<>();
    for (Exchange exchange : result.trace()) {
      chosen.merge(
          exchange.server() + " " + exchange.address(),
          exchange,
          (known, next) -> known.at().isBefore(result.at()) ? next : known);
    }
    return chosen.values();
  }

  private static MatrixRow row(Exchange exchange, IdentifierRun identifier) {
    List<String> values = new ArrayList<>();
    for (String record : exchange.answer()) {
      if (record.toUpperCase(Locale.ROOT).contains("TXT")) {
        values.add(value(record));
      }
    }
    return new MatrixRow(
        exchange.server(),
        exchange.address(),
        exchange.transport(),
        state(exchange, values, identifier),
        values,
        exchange.id());
  }

  /** The strings of a TXT record, joined as the CA joins them. */
  private static String value(String record) {
    StringBuilder value = new StringBuilder();
    Matcher string = STRING.matcher(record);
    while (string.find()) {
      value.append(string.group(1).replaceAll("\\\\(.)", "$1"));
    }
    return value.toString();
  }

  private static String state(Exchange exchange, List<String> values, IdentifierRun identifier) {
    if (values.stream().anyMatch(identifier.expectedTxt()::contains)) {
      return "expected";
    }
    if (values.stream().anyMatch(identifier.foundTxt()::contains)) {
      return "stale";
    }
    if (!values.isEmpty()) {
      return identifier.expectedTxt().isEmpty() ? "found" : "foreign";
    }
    boolean answered = exchange.rcode().equals("NOERROR") || exchange.rcode().equals("NXDOMAIN");
    return answered ? "absent" : "error";
  }
}
