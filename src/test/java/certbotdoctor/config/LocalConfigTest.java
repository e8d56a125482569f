package certbotdoctor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalConfigTest {
  @TempDir private Path folder;

  private List<ConfigFinding> findings(String parameters) throws IOException {
    Files.createDirectories(folder.resolve("renewal"));
    Files.writeString(
        folder.resolve("renewal/example.org.conf"),
        "version = 2.9.0\n[renewalparams]\n" + parameters + "\n[[webroot_map]]\nserver = no\n");
    LocalConfig config = LocalConfig.read(folder);
    return RenewalCheck.of(config, config.renewal("example.org").orElseThrow());
  }

  private static ConfigFinding only(List<ConfigFinding> findings, String what) {
    return findings.stream().filter(one -> one.what().equals(what)).findFirst().orElseThrow();
  }

  @Test
  void renewalTellsAuthenticatorAndWait() throws IOException {
    ConfigFinding renewal =
        only(
            findings("authenticator = dns-example\ndns_example_propagation_seconds = 30"),
            "renewal");

    assertThat(renewal.slots().get("authenticator")).isEqualTo("dns-example");
    assertThat(renewal.slots().get("seconds")).isEqualTo("30");
    assertThat(renewal.slots().has("server")).isFalse();
    assertThat(renewal.file()).isEqualTo("renewal/example.org.conf");
  }

  @Test
  void missingHookAndMissingExecuteBitAreTold() throws IOException {
    Path hook = Files.writeString(folder.resolve("auth.sh"), "#!/bin/sh\n");

    assertThat(only(findings("manual_auth_hook = /nowhere/auth.sh"), "hook").slots().get("state"))
        .isEqualTo("missing");
    assertThat(only(findings("manual_auth_hook = " + hook), "hook").slots().get("state"))
        .isEqualTo("not-executable");
  }

  @Test
  void hookOfAnotherAuthenticatorSaysNothing() throws IOException {
    assertThat(findings("authenticator = dns-example\nmanual_auth_hook = /nowhere/auth.sh"))
        .extracting(ConfigFinding::what)
        .doesNotContain("hook");
  }

  @Test
  void manualWithoutHookIsTold() throws IOException {
    assertThat(findings("authenticator = manual"))
        .extracting(ConfigFinding::what)
        .contains("manual-without-hooks");
  }

  @Test
  void credentialsGiveNamesAndModeButNoValue() throws IOException {
    Path file = Files.writeString(folder.resolve("c.ini"), "dns_example_token = do-not-show\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    List<ConfigFinding> findings = findings("dns_example_credentials = " + file);

    assertThat(only(findings, "credentials").slots().get("keys")).isEqualTo("dns_example_token");
    assertThat(findings).extracting(ConfigFinding::what).contains("readable-by-others");
    assertThat(findings.toString()).doesNotContain("do-not-show");
  }

  @Test
  void privateKeyOfAnAccountIsNotKept() throws IOException {
    LocalConfig config =
        LocalConfig.read(Path.of("samples/renewal-with-configuration/etc-letsencrypt"));

    assertThat(config.accounts()).hasSize(1);
    assertThat(config.accounts().get(0).key()).isNotNull();
    assertThat(String.valueOf(config.accounts().get(0).key()))
        .doesNotContainPattern("[{ ](d|p|q)=");
  }
}
