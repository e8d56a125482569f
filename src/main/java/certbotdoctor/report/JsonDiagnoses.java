package certbotdoctor.report;

import certbotdoctor.report.Report.Alternative;
import certbotdoctor.report.Report.DiagnosisReport;
import certbotdoctor.report.Report.EvidenceReport;
import certbotdoctor.report.Report.RemedyReport;
import certbotdoctor.report.Report.TxtDiff;
import certbotdoctor.report.Report.TxtMatrix;
import java.io.IOException;

/** Writes diagnoses as JSON objects. */
final class JsonDiagnoses {
  private final JsonOut json;

  JsonDiagnoses(JsonOut json) {
    this.json = json;
  }

  void diagnosis(DiagnosisReport diagnosis) throws IOException {
    json.field("id", diagnosis.id());
    json.field("cause", diagnosis.cause());
    json.field("variant", diagnosis.variant());
    json.strings("runs", diagnosis.runs());
    json.strings("certificates", diagnosis.certificates());
    json.strings("identifiers", diagnosis.identifiers());
    json.field("verdict", diagnosis.verdict());
    json.field("because", diagnosis.because());
    json.field("title", diagnosis.title());
    json.field("summary", diagnosis.summary());
    json.array("evidence", diagnosis.evidence(), this::evidence);
    json.array("alternatives", diagnosis.alternatives(), this::alternative);
    json.array("remedies", diagnosis.remedies(), this::remedy);
    json.field("prevention", diagnosis.prevention());
    json.texts("wrongAdvice", diagnosis.wrongAdvice());
    json.array("comparisons", diagnosis.comparisons(), this::comparison);
    json.object("matrix", diagnosis.matrix(), this::matrix);
    json.array(
        "references",
        diagnosis.references(),
        reference -> {
          json.field("title", reference.title());
          json.field("url", reference.url());
        });
  }

  /** Each kind of evidence has the members that mean something for it, and no others. */
  private void evidence(EvidenceReport evidence) throws IOException {
    json.field("kind", evidence.kind());
    if (evidence.kind().equals("unavailable")) {
      json.field("says", evidence.says());
      json.field("why", evidence.why());
      json.field("wouldSettle", evidence.wouldSettle());
      return;
    }
    json.field("stance", evidence.stance());
    json.field("says", evidence.says());
    switch (evidence.kind()) {
      case "live" -> {
        json.field("exchange", evidence.exchange());
        json.field("during", evidence.during());
        json.field("at", evidence.at());
      }
      case "config" -> json.field("source", evidence.source());
      default -> {
        json.field("source", evidence.source());
        json.line("line", evidence.line());
      }
    }
    if (evidence.quote() != null) {
      json.field("quote", evidence.quote());
    }
  }

  private void alternative(Alternative alternative) throws IOException {
    json.field("cause", alternative.cause());
    json.field("variant", alternative.variant());
    json.field("verdict", alternative.verdict());
    json.field("title", alternative.title());
    json.field("because", alternative.because());
    json.texts("wouldDecide", alternative.wouldDecide());
  }

  private void remedy(RemedyReport remedy) throws IOException {
    json.field("id", remedy.id());
    json.field("title", remedy.title());
    json.field("why", remedy.why());
    json.array(
        "steps",
        remedy.steps(),
        step -> {
          json.field("text", step.text());
          json.field("command", step.command());
        });
    json.field("risk", remedy.risk());
    json.field("verify", remedy.verify());
  }

  private void comparison(TxtDiff diff) throws IOException {
    json.field("name", diff.name());
    json.field("expected", diff.expected());
    json.field("found", diff.found());
    json.field("difference", diff.difference());
    json.field("says", diff.says());
    json.array(
        "runs",
        diff.runs(),
        run -> {
          json.field("kind", run.kind());
          json.field("text", run.text());
        });
  }

  private void matrix(TxtMatrix matrix) throws IOException {
    json.field("name", matrix.name());
    json.array(
        "rows",
        matrix.rows(),
        row -> {
          json.field("server", row.server());
          json.field("address", row.address());
          json.field("transport", row.transport());
          json.field("state", row.state());
          json.strings("values", row.values());
          json.field("exchange", row.exchange());
        });
  }
}
