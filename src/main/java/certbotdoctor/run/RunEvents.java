package certbotdoctor.run;

import certbotdoctor.catalog.MessageMatch;
import certbotdoctor.event.Event;
import certbotdoctor.event.Event.Outcome.Word;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What each kind of event means for the run that it belongs to. */
final class RunEvents {
  private static final Pattern PLUGIN_END = Pattern.compile("[,)\\s]+$");

  /** Marks that tell a path. */
  private static final List<String> PATHS =
      List.of("Location of certbot entry point", "Saving debug log to");

  private final RunBuilder run;

  RunEvents(RunBuilder run) {
    this.run = run;
  }

  void accept(Event event) {
    if (run.current.closed && begins(event)) {
      run.next();
    }
    switch (event.kind()) {
      case RUN_STARTED -> started((Event.RunStarted) event);
      case ARGUMENTS -> arguments((Event.Arguments) event);
      case PLUGINS_SELECTED -> plugins((Event.PluginsSelected) event);
      case ACME_REQUEST -> run.traffic.request((Event.AcmeRequest) event);
      case ACME_RESPONSE -> response((Event.AcmeResponse) event);
      case ACME_OBJECT -> object(((Event.AcmeObject) event).body());
      case ACCOUNT_PICKED -> run.traffic.picked((Event.AccountPicked) event);
      case CHALLENGE_STARTED -> {
        Event.ChallengeStarted challenge = (Event.ChallengeStarted) event;
        run.current.challenge(challenge.identifier(), challenge.type());
        run.certbot = true;
      }
      case CHALLENGE_FAILED -> challengeFailed(((Event.ChallengeFailed) event).identifier());
      case CA_PROBLEM -> problem((Event.CaProblem) event);
      case EXPECTED_TXT -> expected((Event.ExpectedTxt) event);
      case LINEAGE_STARTED -> {
        run.next().lineage = ((Event.LineageStarted) event).name();
        run.current.events.add(event);
        run.certbot = true;
      }
      case ISSUANCE_STARTED -> issuance((Event.IssuanceStarted) event);
      case LINEAGE_FAILED -> lineageFailed((Event.LineageFailed) event);
      case RENEWAL_ITEM -> item((Event.RenewalItem) event);
      case OUTCOME -> outcome((Event.Outcome) event);
      case FAILURE_LINE -> {
        run.current.failureMessages++;
        run.current.events.add(event);
      }
      case CLIENT_MESSAGE -> message((Event.ClientMessage) event);
      case MARK -> mark((Event.Mark) event);
      case REPORT_STARTED -> report((Event.ReportStarted) event);
      case UNKNOWN -> unknown((Event.Unknown) event);
      case HOOK_RAN -> hook((Event.HookRan) event);
      case TRACEBACK -> traceback((Event.Traceback) event);
      case HINT, PROPAGATION_WAIT, CLEANUP_STARTED -> {
        run.current.events.add(event);
        run.certbot = true;
      }
    }
  }

  /** Whether an event after the success of another client tells of a further certificate. */
  private static boolean begins(Event event) {
    return switch (event.kind()) {
      case CA_PROBLEM, CHALLENGE_FAILED, EXPECTED_TXT, FAILURE_LINE, TRACEBACK -> true;
      case CLIENT_MESSAGE -> {
        MessageMatch match = ((Event.ClientMessage) event).match();
        yield FailureKinds.fails(match) || match.kind().equals("success");
      }
      default -> false;
    };
  }

  private void started(Event.RunStarted started) {
    run.begun = true;
    run.certbot = true;
    run.client = started.client().equals("letsencrypt") ? "certbot" : started.client();
    run.clientVersion = started.version();
  }

  private void arguments(Event.Arguments arguments) {
    run.arguments = arguments.arguments();
    run.dryRun |= run.arguments.contains("--dry-run") || run.arguments.contains("--test-cert");
    int server = run.arguments.indexOf("--server");
    if (server >= 0 && server + 1 < run.arguments.size()) {
      run.traffic.server(run.arguments.get(server + 1));
    }
  }

  private void plugins(Event.PluginsSelected selected) {
    if (selected.origin().at() != null && run.requested == null) {
      run.requested = selected.authenticator();
    }
    run.authenticator = selected.authenticator();
    run.installer = selected.installer();
    run.current.authenticator = selected.authenticator();
    run.current.installer = selected.installer();
    run.certbot = true;
  }

  private void response(Event.AcmeResponse response) {
    run.traffic.response(response);
    if (response.status() >= 400) {
      run.current.events.add(response);
    }
  }

  private void object(JsonNode body) {
    for (JsonNode identifier : body.path("identifiers")) {
      String value = identifier.path("value").asText("");
      if (!value.isEmpty()) {
        run.current.identifier(value);
      }
    }
    if (body.has("challenges")) {
      run.current.authorizations.add(body);
      String value = body.path("identifier").path("value").asText("");
      boolean star = body.path("wildcard").asBoolean() && !value.startsWith("*.");
      if (!value.isEmpty()) {
        run.current.identifier(star ? "*." + value : value);
      }
      body.path("challenges").forEach(this::keyAuthorization);
    }
    keyAuthorization(body);
  }

  private void keyAuthorization(JsonNode node) {
    if (node.path("keyAuthorization").isTextual()) {
      run.traffic.keyAuthorization(node.get("keyAuthorization").asText());
    }
  }

  private void challengeFailed(String name) {
    CertificateBuilder certificate = Attribution.certificate(run, name);
    for (IdentifierBuilder one : certificate.named(name)) {
      if (!one.failed) {
        one.failed = true;
        break;
      }
    }
    run.certbot = true;
  }

  private void problem(Event.CaProblem problem) {
    String name = Attribution.identifier(problem);
    if (name == null) {
      run.current.problems.add(problem);
    } else {
      Attribution.certificate(run, name).problem(name, problem);
    }
  }

  private void expected(Event.ExpectedTxt expected) {
    if (expected.name() != null) {
      String name = Attribution.ofOwner(expected.name());
      Attribution.certificate(run, name).expected(expected, name);
    }
  }

  /** certbot logs tracebacks of what it handles, too; on a terminal, one is the end of it. */
  private void traceback(Event.Traceback traceback) {
    run.current.events.add(traceback);
    run.certbot = true;
    if (traceback.origin().at() == null && traceback.exception() != null) {
      run.current.failureMessages++;
    }
  }

  /** A failing hook alone is a failure only where it is the one that creates the record. */
  private void hook(Event.HookRan hook) {
    run.current.events.add(hook);
    run.certbot = true;
    boolean failed = hook.exitCode() != null && hook.exitCode() != 0;
    if (failed && (hook.hook().equals("manual-auth-hook") || hook.hook().equals("hook"))) {
      run.current.failureMessages++;
    }
  }

  private void issuance(Event.IssuanceStarted issuance) {
    if (run.current.issuing) {
      run.next();
    }
    run.current.issuing = true;
    run.current.events.add(issuance);
    run.current.dryRun |= issuance.dryRun();
    run.dryRun |= issuance.dryRun();
    issuance.names().forEach(run.current::identifier);
    run.certbot = true;
  }

  private void lineageFailed(Event.LineageFailed failed) {
    CertificateBuilder certificate = run.lineage(failed.name());
    certificate.failed = true;
    certificate.events.add(failed);
    run.certbot = true;
  }

  private void item(Event.RenewalItem item) {
    CertificateBuilder certificate = run.lineage(item.name());
    switch (item.state()) {
      case "success" -> certificate.succeeded = true;
      case "skipped" -> {
        certificate.notDue = true;
        certificate.notAfter = item.expires();
      }
      default -> certificate.failed = true;
    }
    run.certbot = true;
  }

  private void outcome(Event.Outcome outcome) {
    CertificateBuilder current = run.current;
    Word word = outcome.word();
    run.certbot = true;
    if (RunAssembler.success(word)) {
      current.succeeded = true;
      current.events.add(outcome);
      if (outcome.detail() != null && word != Word.DRY_RUN_SUCCESS && current.lineage == null) {
        current.lineage = outcome.detail();
      }
      return;
    }
    switch (word) {
      case EXPIRY -> current.notAfter = outcome.detail();
      case NOT_DUE -> current.notDue = true;
      case RENEWALS_SUCCEEDED -> current.succeeded |= !current.failed && current.issuing;
      case NO_RENEWALS -> run.nothingToDo = true;
      case CHALLENGES_FAILED, NOT_FINALIZED -> {
        current.challengesFailed = true;
        current.events.add(outcome);
      }
      case ABNORMAL_EXIT -> run.abnormal = true;
      case RENEWALS_FAILED -> current.failureMessages++;
      default -> current.events.add(outcome);
    }
  }

  private void message(Event.ClientMessage message) {
    new ClientMessages(run).accept(message);
    if (run.client == null && !run.certbot) {
      run.client = ClientNames.of(message.match());
    }
    if (message.match().kind().equals("expected-txt")) {
      String owner = ClientMessages.owner(message.match());
      String value = message.match().slots().get("value");
      if (owner != null && value != null) {
        expected(
            new Event.ExpectedTxt(message.origin(), owner, value, Event.ExpectedTxt.Source.PLUGIN));
      }
    }
  }

  private void mark(Event.Mark mark) {
    if (mark.phrase().startsWith("Discovered plugins")) {
      run.plugins =
          Arrays.stream(mark.rest().split("PluginEntryPoint#", -1))
              .skip(1)
              .map(entry -> PLUGIN_END.matcher(entry).replaceAll(""))
              .toList();
    } else if (PATHS.stream().anyMatch(mark.phrase()::startsWith)) {
      run.path = run.path == null ? mark.rest().strip() : run.path;
    } else if (mark.phrase().startsWith("** DRY RUN")) {
      run.dryRun = true;
      run.current.dryRun = true;
    } else if (mark.phrase().endsWith("-hook") || mark.phrase().startsWith("Waiting for")) {
      run.current.events.add(mark);
    }
    run.certbot = true;
  }

  private void report(Event.ReportStarted report) {
    if (report.authenticator() != null && run.current.authenticator == null) {
      run.current.authenticator = report.authenticator();
    }
    run.certbot = true;
  }

  private void unknown(Event.Unknown unknown) {
    if (run.client == null) {
      run.client = ClientNames.in(unknown.text());
    }
    if (run.current.events.size() < 2000) {
      run.current.events.add(unknown);
    }
  }
}
