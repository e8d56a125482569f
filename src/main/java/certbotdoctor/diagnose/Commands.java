package certbotdoctor.diagnose;

import certbotdoctor.core.Slots;
import certbotdoctor.rules.ShellWord;
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.Diary;
import org.jspecify.annotations.Nullable;

/** certbot's command lines for one certificate, as this certbot's version takes them. */
final class Commands {
  /** {@code certbot reconfigure} exists since 2.3.0 (certbot's changelog). */
  private static final int RECONFIGURE_MAJOR = 2;

  private static final int RECONFIGURE_MINOR = 3;

  private Commands() {}

  static Slots slots(Subject subject, @Nullable String plugin) {
    CertificateRun certificate = subject.certificate();
    Diary diary = subject.run().diary();
    String again = again(certificate, plugin);
    Slots slots =
        Slots.of("retry-command", again, "dry-run-command", again + " --dry-run")
            .with("debug-command", again + " --dry-run --debug-challenges -v");
    String flag = flag(plugin);
    if (flag != null && certificate.name() != null) {
      String name = ShellWord.of(certificate.name());
      String set =
          reconfigures(diary.clientVersion())
              ? "certbot reconfigure --cert-name " + name
              : "certbot certonly --cert-name "
                  + name
                  + " "
                  + SubjectSlots.domainOptions(certificate)
                  + " --"
                  + plugin;
      slots = slots.with("set-option-command", set).with("propagation-flag", flag);
    }
    return slots;
  }

  private static String again(CertificateRun certificate, @Nullable String plugin) {
    if (certificate.name() != null && certificate.identifiers().isEmpty()) {
      return "certbot renew --cert-name " + ShellWord.of(certificate.name());
    }
    if (certificate.identifiers().isEmpty()) {
      return "certbot renew";
    }
    StringBuilder command = new StringBuilder("certbot certonly");
    if (plugin != null && plugin.matches("dns-[a-z0-9-]+|manual|standalone|webroot|nginx|apache")) {
      command.append(" --").append(plugin);
    }
    return command.append(' ').append(SubjectSlots.domainOptions(certificate)).toString();
  }

  /** The propagation option of a DNS plugin; Route 53's plugin has none since certbot 3. */
  private static @Nullable String flag(@Nullable String plugin) {
    return plugin != null && plugin.startsWith("dns-") && !plugin.equals("dns-route53")
        ? "--" + plugin + "-propagation-seconds"
        : null;
  }

  private static boolean reconfigures(@Nullable String version) {
    if (version == null) {
      return true;
    }
    String[] parts = version.split("\\.", 3);
    try {
      int major = Integer.parseInt(parts[0]);
      int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
      return major > RECONFIGURE_MAJOR
          || (major == RECONFIGURE_MAJOR && minor >= RECONFIGURE_MINOR);
    } catch (NumberFormatException e) {
      return true;
    }
  }
}
