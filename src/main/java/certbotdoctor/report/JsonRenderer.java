package certbotdoctor.report;

import certbotdoctor.probe.Exchange;
import certbotdoctor.report.Report.CertificateReport;
import certbotdoctor.report.Report.IdentifierReport;
import certbotdoctor.report.Report.Input;
import certbotdoctor.report.Report.ProblemReport;
import certbotdoctor.report.Report.RunReport;
import java.io.IOException;

/**
 * Renders JSON of the published schema ({@code report.schema.json} beside this class), version 1:
 * the same report gives the same bytes.
 */
final class JsonRenderer implements Renderer {
  private static final String FORMAT = "certbot-doctor-report";
  private static final int VERSION = 1;

  @Override
  public void render(Report report, Appendable out) throws IOException {
    try (JsonOut json = new JsonOut(out)) {
      json.object(report, r -> document(json, r));
    }
  }

  private static void document(JsonOut json, Report report) throws IOException {
    JsonDiagnoses diagnoses = new JsonDiagnoses(json);
    json.field("format", FORMAT);
    json.field("version", VERSION);
    json.object(
        "tool",
        report.toolVersion(),
        version -> {
          json.field("name", "certbot-doctor");
          json.field("version", version);
        });
    json.field("host", report.host());
    json.field("offset", report.offset());
    json.field("redacted", report.redacted());
    json.field("generated", report.generated());
    json.field("headline", report.headline());
    json.array("inputs", report.inputs(), input -> input(json, input));
    json.array("runs", report.runs(), run -> run(json, run));
    json.array("diagnoses", report.diagnoses(), diagnoses::diagnosis);
    json.array("resolved", report.resolved(), diagnoses::diagnosis);
    json.array(
        "notices",
        report.notices(),
        notice -> {
          json.field("id", notice.id());
          json.field("text", notice.text());
          json.field("command", notice.command());
        });
    json.array(
        "notChecked",
        report.notChecked(),
        skipped -> {
          json.field("what", skipped.what());
          json.field("why", skipped.why());
        });
    json.array(
        "checked",
        report.checked(),
        checked -> {
          json.field("name", checked.name());
          json.strings("expectedTxt", checked.expectedTxt());
        });
    json.array("exchanges", report.exchanges(), exchange -> exchange(json, exchange));
  }

  private static void input(JsonOut json, Input input) throws IOException {
    json.field("source", input.source());
    json.field("kind", input.kind());
    json.field("bytes", input.bytes());
    json.field("records", input.records());
    json.field("understood", input.understood());
    json.field("unknown", input.unknown());
  }

  private static void run(JsonOut json, RunReport run) throws IOException {
    json.field("id", run.id());
    json.field("source", run.source());
    json.field("firstLine", run.firstLine());
    json.field("lastLine", run.lastLine());
    json.field("started", run.started());
    json.field("ended", run.ended());
    json.field("client", run.client());
    json.field("clientVersion", run.clientVersion());
    json.field("server", run.server());
    json.field("dryRun", run.dryRun());
    json.field("outcome", run.outcome());
    json.array("certificates", run.certificates(), c -> certificate(json, c));
    json.array(
        "timeline",
        run.timeline(),
        step -> {
          json.field("kind", step.kind());
          json.field("at", step.at());
          json.field("offsetMillis", step.offsetMillis());
          json.field("label", step.label());
          json.field("source", step.source());
          json.line("line", step.line());
        });
  }

  private static void certificate(JsonOut json, CertificateReport certificate) throws IOException {
    json.field("name", certificate.name());
    json.field("authenticator", certificate.authenticator());
    json.field("installer", certificate.installer());
    json.field("outcome", certificate.outcome());
    json.field("notAfter", certificate.notAfter());
    json.array("identifiers", certificate.identifiers(), i -> identifier(json, i));
    json.array("problems", certificate.problems(), problem -> problem(json, problem));
  }

  private static void identifier(JsonOut json, IdentifierReport identifier) throws IOException {
    json.field("name", identifier.name());
    json.field("wildcard", identifier.wildcard());
    json.field("challenge", identifier.challenge());
    json.field("outcome", identifier.outcome());
    json.strings("expectedTxt", identifier.expectedTxt());
    json.strings("foundTxt", identifier.foundTxt());
    json.array("problems", identifier.problems(), problem -> problem(json, problem));
  }

  private static void problem(JsonOut json, ProblemReport problem) throws IOException {
    json.field("code", problem.code());
    json.field("type", problem.type());
    json.field("detail", problem.detail());
    json.field("secondary", problem.secondary());
    json.field("recheck", problem.recheck());
    json.field("source", problem.source());
    json.numbers("lines", problem.lines());
  }

  private static void exchange(JsonOut json, Exchange exchange) throws IOException {
    json.field("id", exchange.id());
    json.field("server", exchange.server());
    json.field("address", exchange.address());
    json.field("transport", exchange.transport());
    json.field("question", exchange.question());
    json.field("rcode", exchange.rcode());
    json.strings("flags", exchange.flags());
    json.strings("answer", exchange.answer());
    json.strings("authority", exchange.authority());
    json.field("ede", exchange.ede());
    json.field("millis", exchange.millis());
    json.field("at", exchange.at().toString());
    json.strings("options", exchange.options());
    json.strings("additional", exchange.additional());
    json.strings("remarks", exchange.remarks());
  }
}
