package certbotdoctor.event;

import certbotdoctor.event.Event.Origin;

/** The same thing told again at another place and time. */
final class Retold {
  private Retold() {}

  /** An event like another, with an origin of its own. */
  static Event at(Event event, Origin to) {
    return switch (event.kind()) {
      case RUN_STARTED -> runStarted((Event.RunStarted) event, to);
      case ARGUMENTS -> arguments((Event.Arguments) event, to);
      case PLUGINS_SELECTED -> pluginsSelected((Event.PluginsSelected) event, to);
      case ACME_REQUEST -> acmeRequest((Event.AcmeRequest) event, to);
      case ACME_OBJECT -> acmeObject((Event.AcmeObject) event, to);
      case CHALLENGE_STARTED -> challengeStarted((Event.ChallengeStarted) event, to);
      case CHALLENGE_FAILED -> challengeFailed((Event.ChallengeFailed) event, to);
      case PROPAGATION_WAIT -> propagationWait((Event.PropagationWait) event, to);
      case CLEANUP_STARTED -> new Event.CleanupStarted(to);
      case REPORT_STARTED -> reportStarted((Event.ReportStarted) event, to);
      case HINT -> hint((Event.Hint) event, to);
      case EXPECTED_TXT -> expectedTxt((Event.ExpectedTxt) event, to);
      case TRACEBACK -> traceback((Event.Traceback) event, to);
      case LINEAGE_STARTED -> lineageStarted((Event.LineageStarted) event, to);
      case ISSUANCE_STARTED -> issuanceStarted((Event.IssuanceStarted) event, to);
      case LINEAGE_FAILED -> lineageFailed((Event.LineageFailed) event, to);
      case RENEWAL_ITEM -> renewalItem((Event.RenewalItem) event, to);
      case OUTCOME -> outcome((Event.Outcome) event, to);
      case FAILURE_LINE -> failureLine((Event.FailureLine) event, to);
      case CLIENT_MESSAGE -> clientMessage((Event.ClientMessage) event, to);
      case MARK -> mark((Event.Mark) event, to);
      case UNKNOWN -> unknown((Event.Unknown) event, to);
      case ACME_RESPONSE -> acmeResponse((Event.AcmeResponse) event, to);
      case ACCOUNT_PICKED -> accountPicked((Event.AccountPicked) event, to);
      case CA_PROBLEM -> caProblem((Event.CaProblem) event, to);
      case HOOK_RAN -> hookRan((Event.HookRan) event, to);
    };
  }

  private static Event runStarted(Event.RunStarted one, Origin to) {
    return new Event.RunStarted(to, one.client(), one.version());
  }

  private static Event arguments(Event.Arguments one, Origin to) {
    return new Event.Arguments(to, one.arguments());
  }

  private static Event pluginsSelected(Event.PluginsSelected one, Origin to) {
    return new Event.PluginsSelected(to, one.authenticator(), one.installer());
  }

  private static Event acmeRequest(Event.AcmeRequest one, Origin to) {
    return new Event.AcmeRequest(to, one.method(), one.url(), one.protectedHeader());
  }

  private static Event acmeObject(Event.AcmeObject one, Origin to) {
    return new Event.AcmeObject(to, one.body());
  }

  private static Event challengeStarted(Event.ChallengeStarted one, Origin to) {
    return new Event.ChallengeStarted(to, one.type(), one.identifier());
  }

  private static Event challengeFailed(Event.ChallengeFailed one, Origin to) {
    return new Event.ChallengeFailed(to, one.identifier());
  }

  private static Event propagationWait(Event.PropagationWait one, Origin to) {
    return new Event.PropagationWait(to, one.seconds());
  }

  private static Event reportStarted(Event.ReportStarted one, Origin to) {
    return new Event.ReportStarted(to, one.authenticator());
  }

  private static Event hint(Event.Hint one, Origin to) {
    return new Event.Hint(to, one.plugin(), one.waitSeconds());
  }

  private static Event expectedTxt(Event.ExpectedTxt one, Origin to) {
    return new Event.ExpectedTxt(to, one.name(), one.value(), one.source());
  }

  private static Event traceback(Event.Traceback one, Origin to) {
    return new Event.Traceback(to, one.exception(), one.message(), one.frames());
  }

  private static Event lineageStarted(Event.LineageStarted one, Origin to) {
    return new Event.LineageStarted(to, one.name());
  }

  private static Event issuanceStarted(Event.IssuanceStarted one, Origin to) {
    return new Event.IssuanceStarted(to, one.names(), one.renewal(), one.dryRun());
  }

  private static Event lineageFailed(Event.LineageFailed one, Origin to) {
    return new Event.LineageFailed(to, one.name(), one.message());
  }

  private static Event renewalItem(Event.RenewalItem one, Origin to) {
    return new Event.RenewalItem(to, one.name(), one.state(), one.expires());
  }

  private static Event outcome(Event.Outcome one, Origin to) {
    return new Event.Outcome(to, one.word(), one.detail());
  }

  private static Event failureLine(Event.FailureLine one, Origin to) {
    return new Event.FailureLine(to, one.text());
  }

  private static Event clientMessage(Event.ClientMessage one, Origin to) {
    return new Event.ClientMessage(to, one.match(), one.text(), one.identifier());
  }

  private static Event mark(Event.Mark one, Origin to) {
    return new Event.Mark(to, one.phrase(), one.rest());
  }

  private static Event unknown(Event.Unknown one, Origin to) {
    return new Event.Unknown(to, one.text());
  }

  private static Event acmeResponse(Event.AcmeResponse one, Origin to) {
    return new Event.AcmeResponse(to, one.status(), one.headers(), one.body());
  }

  private static Event accountPicked(Event.AccountPicked one, Origin to) {
    return new Event.AccountPicked(to, one.url(), one.id(), one.host());
  }

  private static Event caProblem(Event.CaProblem one, Origin to) {
    return new Event.CaProblem(to, one.identifier(), one.challenge(), one.text(), one.channel());
  }

  private static Event hookRan(Event.HookRan one, Origin to) {
    return new Event.HookRan(
        to, one.hook(), one.identifier(), one.exitCode(), one.output(), one.errors());
  }
}
