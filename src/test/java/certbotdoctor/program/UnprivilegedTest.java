package certbotdoctor.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A user who may not read everything. Root gives up the right to pass over permissions first, for
 * which Debian's util-linux is needed.
 */
class UnprivilegedTest {
  private static final Path LOG =
      Path.of("samples/rfc2136-added-but-nxdomain-log/letsencrypt.log").toAbsolutePath();
  private static final String LESS = "-dac_override,-dac_read_search";

  @TempDir private Path dir = Path.of("unused");
  private Path locked = Path.of("unused");

  @BeforeEach
  void lock() throws IOException {
    locked = Files.createDirectories(dir.resolve("locked"));
    Files.createDirectories(dir.resolve("etc/renewal"));
    Files.writeString(locked.resolve("hook.sh"), "#!/bin/sh\n");
    Files.writeString(locked.resolve("c.ini"), "dns_rfc2136_name = x\n");
    Files.copy(LOG, locked.resolve("letsencrypt.log"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
  }

  @AfterEach
  void unlock() throws IOException {
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
  }

  private static String run(String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      Process plain = new ProcessBuilder("sh", "-c", "command -v setpriv").start();
      assumeThat(plain.waitFor()).as("setpriv is there").isZero();
      words.addAll(List.of("setpriv", "--bounding-set=" + LESS, "--inh-caps=" + LESS));
    }
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    words.addAll(List.of("certbotdoctor.cli.Main", "--offline", "--width", "300"));
    words.addAll(List.of(arguments));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  @Test
  void aLogThatMayNotBeSeenIsNotSaidToBeMissing() throws Exception {
    String log = locked.resolve("letsencrypt.log").toString();
    assertThat(run(log)).contains(log + " may not be read by this user; try again with sudo.");
  }

  @Test
  void whatMayNotBeSeenOfTheConfigurationIsNoFaultAndTheCommandForRootIsSaid() throws Exception {
    Files.writeString(
        dir.resolve("etc/renewal/example.org.conf"),
        """
        [renewalparams]
        authenticator = dns-rfc2136
        dns_rfc2136_credentials = %s/c.ini
        pre_hook = %s/hook.sh
        """
            .formatted(locked, locked));
    String report = run("--config-dir", dir + "/etc", LOG.toString());

    assertThat(report)
        .contains("the names in the credentials file: " + locked + "/c.ini may not be read")
        .contains("sudo certbot-doctor --offline --width 300 --config-dir " + dir + "/etc " + LOG);
    assertThat(report).doesNotContain("hook.sh", "is missing on this host", "is not there");
  }

  @Test
  void aConfigurationThatMayNotBeSeenAtAllIsSaid() throws Exception {
    Files.createDirectories(dir.resolve("etc/accounts"));
    Files.setPosixFilePermissions(dir.resolve("etc"), PosixFilePermissions.fromString("rw-------"));

    assertThat(run("--config-dir", dir + "/etc", LOG.toString()))
        .contains("certbot's configuration: " + dir + "/etc/renewal may not be read");
    Files.setPosixFilePermissions(dir.resolve("etc"), PosixFilePermissions.fromString("rwx------"));
  }
}
