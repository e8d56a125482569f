package certbotdoctor.diagnose;

import certbotdoctor.core.Slots;
import certbotdoctor.run.CertificateRun;

/** Command lines of other ACME clients; of those that are not listed none is known. */
final class OtherClients {
  private OtherClients() {}

  /** The commands that ask for a certificate again, really and against a test server. */
  static Slots slots(String client, CertificateRun certificate) {
    return switch (client) {
      case "acme.sh" -> {
        String names = names(certificate, "-d ");
        yield commands(
            "acme.sh --issue --dns <dns-api> " + names,
            "acme.sh --issue --staging --dns <dns-api> " + names);
      }
      case "lego" -> {
        String rest = "--email <e-mail> --dns <provider> " + names(certificate, "--domains ");
        yield commands(
            "lego " + rest + " run",
            "lego --server https://acme-staging-v02.api.letsencrypt.org/directory "
                + rest
                + " run");
      }
      case "dehydrated" -> {
        String names = names(certificate, "--domain ");
        yield commands(
            "dehydrated --cron " + names, "dehydrated --cron --ca letsencrypt-test " + names);
      }
      default -> Slots.NONE;
    };
  }

  private static Slots commands(String again, String test) {
    return Slots.of("retry-command", again, "dry-run-command", test).with("proof-command", test);
  }

  private static String names(CertificateRun certificate, String option) {
    return SubjectSlots.options(certificate, option);
  }
}
