package certbotdoctor.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a certbot command line tells of its directories and of its own log. */
class WrappedCommandTest {
  @TempDir private Path home = Path.of("");

  private static WrappedCommand command(String... words) {
    return new WrappedCommand(List.of(words));
  }

  @Test
  void directoryOfTheLogIsTakenFromTheCommand() {
    assertThat(command("certbot", "renew", "--logs-dir", "/tmp/one").logsDirectory(Map.of()))
        .isEqualTo(Path.of("/tmp/one"));
    assertThat(command("certbot", "renew", "--logs-dir=/tmp/two").logsDirectory(Map.of()))
        .isEqualTo(Path.of("/tmp/two"));
  }

  @Test
  void directoryOfTheLogIsTakenFromTheUsersSettings() throws IOException {
    Path file = home.resolve(".config/letsencrypt/cli.ini");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "# comment\nlogs-dir = /tmp/three\nconfig_dir=/tmp/four\n");
    Map<String, String> environment = Map.of("HOME", home.toString());
    assertThat(command("certbot", "renew").logsDirectory(environment))
        .isEqualTo(Path.of("/tmp/three"));
    assertThat(command("certbot", "renew").configDirectory(environment))
        .isEqualTo(Path.of("/tmp/four"));
  }

  @Test
  void namedSettingsCountInsteadOfTheUsual() throws IOException {
    Path file = home.resolve("own.ini");
    Files.writeString(file, "logs-dir: \"/tmp/five\"\n");
    assertThat(command("certbot", "-c", file.toString(), "renew").logsDirectory(Map.of()))
        .isEqualTo(Path.of("/tmp/five"));
  }

  @Test
  void withoutAnyWordTheDefaultsHold() {
    Map<String, String> environment = Map.of("HOME", home.toString());
    assertThat(command("sh", "renew.sh").logsDirectory(environment))
        .isEqualTo(Path.of("/var/log/letsencrypt"));
    assertThat(command("sh", "renew.sh").configDirectory(environment))
        .isEqualTo(Path.of("/etc/letsencrypt"));
  }

  @Test
  void logIsOwnWhenItsArgumentsAreThoseOfTheCommandWithoutVerb() {
    WrappedCommand command = command("sudo", "certbot", "renew", "--dry-run", "-q");
    assertThat(command.isOwn(List.of("--dry-run", "-q"))).isTrue();
    assertThat(command.isOwn(List.of("--dry-run", "-q", "--preconfigured-renewal"))).isTrue();
    assertThat(command.isOwn(List.of("-q", "--no-random-sleep-on-renew"))).isFalse();
    assertThat(command.isOwn(List.of("-q"))).isFalse();
  }

  @Test
  void anyLogMayBeThatOfAScript() {
    assertThat(command("/usr/local/bin/renew-all").isOwn(List.of("--dry-run"))).isTrue();
  }
}
