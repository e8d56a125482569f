package certbotdoctor.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The commands of remedies are those of the user's certificate, plugin, version and platform. */
class CommandsTest {
  private static final String REPORT =
      "\nCertbot failed to authenticate some domains (authenticator: dns-cloudflare)."
          + " The Certificate Authority reported these problems:\n"
          + "  Domain: example.net\n  Type:   dns\n"
          + "  Detail: DNS problem: NXDOMAIN looking up TXT for _acme-challenge.example.net -"
          + " check that a DNS record exists for this domain\n\n"
          + "Some challenges have failed.\n";

  private static String report(String log) {
    byte[] input = log.getBytes(StandardCharsets.UTF_8);
    return Execution.piped(input, "--offline", "--width", "400").out();
  }

  private static String terminal(String first, String wait) {
    return report(
        "Saving debug log to /var/log/letsencrypt/letsencrypt.log\n"
            + first
            + "\n"
            + wait
            + REPORT);
  }

  @Test
  void existingCertificateIsReconfigured() {
    assertThat(
            terminal(
                "Renewing an existing certificate for example.net",
                "Waiting 10 seconds for DNS changes to propagate"))
        .contains(
            "sudo certbot reconfigure --cert-name example.net"
                + " --dns-cloudflare-propagation-seconds 120")
        .contains("sudo certbot renew --cert-name example.net");
  }

  @Test
  void firstCertificateIsRequestedWithPlaceholderForUnknownFile() {
    assertThat(
            terminal(
                "Requesting a certificate for example.net",
                "Waiting 10 seconds for DNS changes to propagate"))
        .contains(
            "sudo certbot certonly --dns-cloudflare --dns-cloudflare-credentials <credentials-file>"
                + " -d example.net --dns-cloudflare-propagation-seconds 120 --dry-run");
  }

  @Test
  void longerWaitThanTheProviderNeedsIsDoubled() {
    assertThat(
            terminal(
                "Renewing an existing certificate for example.net",
                "Waiting 100 seconds for DNS changes to propagate"))
        .contains("--dns-cloudflare-propagation-seconds 210");
  }

  @Test
  void failureOfWindowsIsAnsweredInItsShell() {
    String log =
        "Saving debug log to C:\\Certbot\\log\\letsencrypt.log\n"
            + "Requesting a certificate for example.net\n"
            + REPORT.replace("dns-cloudflare", "manual");

    assertThat(report(log))
        .contains("Resolve-DnsName -Name _acme-challenge.example.net -Type TXT")
        .doesNotContain("sudo", "`dig +", "  dig", "/etc/");
  }

  @Test
  void commandsOnFilesOfWindowsAreThoseOfItsShell() {
    String log =
        """
        Saving debug log to C:\\Certbot\\log\\letsencrypt.log
        Plugins selected: Authenticator dns-cloudflare, Installer None
        Requesting a certificate for example.net
        Missing property in credentials configuration file C:\\Certbot\\c.ini:
         * Property "dns_cloudflare_api_token" not found
        """;
    assertThat(report(log))
        .contains("(Select-String -Path ", "icacls ")
        .doesNotContain("sudo", "chown", "chmod", "ls -l", "grep");
  }

  @Test
  void whatWindowsHasNothingLikeIsLeftOut() {
    String log =
        """
        Saving debug log to C:\\Certbot\\log\\letsencrypt.log
        The requested dns-cloudflare plugin does not appear to be installed
        """;
    assertThat(report(log))
        .contains("Get-Command certbot")
        .doesNotContain("apt install", "snap install", "/opt/certbot");
  }
}
