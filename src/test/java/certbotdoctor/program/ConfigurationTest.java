package certbotdoctor.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What certbot's configuration folder adds to the report of a failed request. */
class ConfigurationTest {
  private static final Path LOG = Path.of("samples/rfc2136-added-but-nxdomain-log/letsencrypt.log");
  private static final String SERVER = "server = https://127.44.0.14:14000/dir\n";
  private static final String ID = "e553571ed04f51dc0e5bb33c7ad9c0e1";

  @TempDir private Path dir = Path.of("unused");

  private String report(String parameters) throws IOException {
    Files.createDirectories(dir.resolve("renewal"));
    Files.writeString(
        dir.resolve("renewal/example.org.conf"), "[renewalparams]\n" + parameters + "\n");
    String folder = dir.toString();
    return Execution.of("--offline", "--width", "200", "--config-dir", folder, LOG.toString())
        .out();
  }

  @Test
  void aMissingPluginThatTheRunDidNotUseIsNoCauseOfIt() throws IOException {
    String report = report("authenticator = dns-example");

    assertThat(report).doesNotContain("plugin-not-installed-or-incompatible");
    assertThat(report)
        .contains("This run used `dns-rfc2136`, but the renewal configuration names `dns-example`");
  }

  @Test
  void commandsRenewByNoConfigurationOfAnotherPlugin() throws IOException {
    assertThat(report("authenticator = dns-example")).doesNotContain("certbot renew");
    assertThat(report("authenticator = dns-rfc2136")).contains("certbot renew --cert-name");
  }

  @Test
  void anotherAccountIsTold() throws IOException {
    Path account = dir.resolve("accounts/ca.test/directory/" + ID);
    Files.createDirectories(account);
    Files.writeString(account.resolve("regr.json"), "{\"uri\": \"https://ca.test/acct/7\"}");

    assertThat(report("account = " + ID + "\n" + SERVER))
        .contains("the renewal configuration names https://ca.test/acct/7");
    assertThat(report("account = " + ID + "\nserver = https://other.test/dir"))
        .doesNotContain("https://ca.test/acct/7");
  }

  @ParameterizedTest
  @CsvSource({
    "pre_hook = /nowhere/stop.sh,                        renewal-hook-unusable",
    "dns_rfc2136_credentials = /nowhere/credentials.ini, renewal-credentials-unusable",
    "account = 0123,                                     renewal-account-missing",
    "server = https://ca.test/directory,                 renewal-uses-another-server"
  })
  void whatWillBreakTheNextRenewalIsWorthKnowing(String parameter, String notice)
      throws IOException {
    assertThat(report("authenticator = dns-rfc2136\n" + parameter)).contains("(" + notice + ")");
    assertThat(report("authenticator = dns-rfc2136")).doesNotContain("(" + notice + ")");
  }

  @Test
  void aMissingAccountIsNamedAsTheRenewalFileNamesIt() throws IOException {
    assertThat(report("account = 0123")).contains("names the account 0123, which is not in the");
  }

  @Test
  void aRenewalThatNeedsAPersonIsTold() throws IOException {
    assertThat(report("authenticator = manual")).contains("(renewal-needs-a-person)");
    assertThat(report("authenticator = manual\nmanual_auth_hook = /nowhere/a.sh"))
        .doesNotContain("(renewal-needs-a-person)");
  }

  @Test
  void wrongNamesInTheCredentialsFileAreToldWithoutTheirValues() throws IOException {
    Path file = Files.writeString(dir.resolve("c.ini"), "dns_rfc2136_sekret = not-to-be-shown\n");

    String report = report("authenticator = dns-rfc2136\ndns_rfc2136_credentials = " + file);

    assertThat(report).contains("holds dns_rfc2136_sekret", "(renewal-credentials-keys)");
    assertThat(report).doesNotContain("not-to-be-shown");
  }
}
