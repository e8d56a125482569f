package certbotdoctor.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ready-made scripts with stand-ins for the programs that they call, and how to install them.
 */
@EnabledOnOs(OS.LINUX)
class ScriptsTest {
  private static final Path DIST = Path.of("src/main/dist");

  @TempDir private Path directory = Path.of("");

  private record Ended(int code, String output) {}

  private Path script(String name, String body) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  private Ended run(Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    Shell.Ended ended = new Shell(directory).run(environment, words);
    return new Ended(ended.code(), ended.out() + ended.err());
  }

  private List<String> reports() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("reports"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** A stand-in that writes the files of its options -o, and ends with a code. */
  private Path doctor(int code) throws IOException {
    return script(
        "doctor",
        "for word in \"$@\"; do [ \"$last\" = -o ] && echo report > \"$word\"; last=$word; done\n"
            + "echo \"$@\"; exit "
            + code);
  }

  @Test
  void wrapperRunsTheHookAndWaits() throws Exception {
    Path hook = script("hook", "echo \"hook $1 for $CERTBOT_DOMAIN\"");
    Path doctor = script("doctor", "echo \"doctor $*\"");
    Ended ended =
        run(
            Map.of("CERTBOT_DOCTOR", doctor.toString(), "CERTBOT_DOMAIN", "example.org"),
            DIST.resolve("hooks/certbot-doctor-auth-hook").toString(),
            hook.toString(),
            "one");
    assertThat(ended)
        .isEqualTo(
            new Ended(
                0, "hook one for example.org\ndoctor wait --from-certbot-env --timeout 5m\n"));
  }

  @Test
  void wrapperPassesOptionsOn() throws Exception {
    Ended ended =
        run(
            Map.of(
                "CERTBOT_DOCTOR",
                script("doctor", "echo \"$*\"").toString(),
                "CERTBOT_DOCTOR_TIMEOUT",
                "9m",
                "CERTBOT_DOCTOR_OPTIONS",
                "--resolver 192.0.2.53"),
            DIST.resolve("hooks/certbot-doctor-auth-hook").toString(),
            "true");
    assertThat(ended)
        .isEqualTo(new Ended(0, "wait --from-certbot-env --timeout 9m --resolver 192.0.2.53\n"));
  }

  @Test
  void wrapperEndsWithTheCodeOfAHookThatFails() throws Exception {
    Path hook = script("hook", "exit 9");
    Path doctor = script("doctor", "echo never");
    Ended ended =
        run(
            Map.of("CERTBOT_DOCTOR", doctor.toString()),
            DIST.resolve("hooks/certbot-doctor-auth-hook").toString(),
            hook.toString());
    assertThat(ended).isEqualTo(new Ended(9, ""));
  }

  @Test
  void wrapperWithoutHookIsWrongUsage() throws Exception {
    assertThat(run(Map.of(), DIST.resolve("hooks/certbot-doctor-auth-hook").toString()).code())
        .isEqualTo(2);
  }

  @Test
  void failureLeavesAReportAndOldOnesGo() throws Exception {
    Path reports = Files.createDirectories(directory.resolve("reports"));
    for (int i = 10; i < 40; i++) {
      Files.writeString(reports.resolve("report-202601" + i + "T000000Z.html"), "old");
    }
    Ended ended =
        run(
            Map.of(
                "CERTBOT_DOCTOR",
                doctor(3).toString(),
                "CERTBOT_DOCTOR_LOGS",
                "/logs",
                "CERTBOT_DOCTOR_REPORTS",
                reports.toString()),
            DIST.resolve("report-failure").toString());
    assertThat(ended.code()).isZero();
    assertThat(ended.output()).contains("/logs");
    assertThat(reports()).contains("report.html", "report.json");
    assertThat(reports().stream().filter(name -> name.matches("report-.*\\.html"))).hasSize(20);
  }

  @Test
  void reportThatCannotBeMadeIsAFailureOfTheUnit() throws Exception {
    Ended ended =
        run(
            Map.of(
                "CERTBOT_DOCTOR",
                script("doctor", "exit 5").toString(),
                "CERTBOT_DOCTOR_REPORTS",
                directory.resolve("reports").toString()),
            DIST.resolve("report-failure").toString());
    assertThat(ended.code()).isEqualTo(5);
  }

  @Test
  void renewalThatFailsLeavesReportAndOutput() throws Exception {
    Map<String, String> environment =
        Map.of(
            "CERTBOT_DOCTOR",
            doctor(1).toString(),
            "CERTBOT_DOCTOR_REPORTS",
            directory.resolve("reports").toString());
    Ended ended = run(environment, DIST.resolve("renew").toString(), "--dry-run");
    assertThat(ended).isEqualTo(new Ended(1, ""));
    assertThat(reports()).containsExactly("renew.log", "report.html", "report.json");
    assertThat(Files.readString(directory.resolve("reports/renew.log")))
        .contains("-- certbot renew -q --dry-run");
  }

  @Test
  void renewalThatSucceedsLeavesNothing() throws Exception {
    Map<String, String> environment =
        Map.of(
            "CERTBOT_DOCTOR",
            doctor(0).toString(),
            "CERTBOT_DOCTOR_REPORTS",
            directory.resolve("reports").toString());
    assertThat(run(environment, DIST.resolve("renew").toString())).isEqualTo(new Ended(0, ""));
    assertThat(reports()).isEmpty();
  }

  @Test
  void everyScriptIsPlainShell() throws Exception {
    boolean checker = run(Map.of(), "sh", "-c", "command -v shellcheck").code() == 0;
    List<Path> scripts;
    try (Stream<Path> all = Files.walk(Path.of("src/main"))) {
      scripts = all.filter(Files::isRegularFile).filter(ScriptsTest::isScript).toList();
    }
    assertThat(scripts).hasSizeGreaterThan(5);
    for (Path script : scripts) {
      assertThat(run(Map.of(), "sh", "-n", script.toString())).isEqualTo(new Ended(0, ""));
      assertThat(Files.isExecutable(script)).as(script.toString()).isTrue();
      if (checker) {
        assertThat(run(Map.of(), "shellcheck", script.toString())).isEqualTo(new Ended(0, ""));
      }
    }
  }

  private static boolean isScript(Path file) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.findFirst().orElse("").startsWith("#!/bin/sh");
    } catch (IOException unreadable) {
      return false;
    }
  }

  @Test
  void documentedCommandsInstallEveryPiece() throws Exception {
    String text = Files.readString(Path.of("docs/capture.md"));
    Matcher places = Pattern.compile("(?m)^    (from=src/main/dist .*)$").matcher(text);
    assertThat(places.find()).isTrue();
    Matcher install = Pattern.compile("(?m)^    (install .* )(\"\\$\\S+\") (/\\S+)$").matcher(text);
    List<String> installed = new ArrayList<>();
    while (install.find()) {
      Path target = directory.resolve("root" + install.group(3));
      Files.createDirectories(target.getParent());
      if (install.group(3).endsWith("/")) {
        Files.createDirectories(target);
      }
      String command =
          String.join(
              "\n",
              places.group(1),
              "set -e",
              install.group(1) + install.group(2) + " " + target,
              "echo " + install.group(2));
      Ended ended = run(Map.of(), "sh", "-c", command);
      assertThat(ended.code()).as(command + ended.output()).isZero();
      installed.add(ended.output().strip());
    }
    try (Stream<Path> all = Files.walk(DIST)) {
      List<String> files =
          all.filter(Files::isRegularFile)
              .map(Path::toString)
              .filter(file -> !file.matches(".*/dist/(?:bin/|licenses/|deb/|man/|build-archive).*"))
              .sorted()
              .toList();
      assertThat(installed.stream().sorted()).containsAll(files);
    }
  }

  @Test
  void unitsCallWhatTheCommandsInstall() throws Exception {
    String service = Files.readString(DIST.resolve("systemd/certbot-doctor.service"));
    String dropIn = Files.readString(DIST.resolve("systemd/certbot.service.d/doctor.conf"));
    String cron = Files.readString(DIST.resolve("cron/certbot-doctor"));
    assertThat(service).contains("ExecStart=/usr/lib/certbot-doctor/report-failure\n");
    assertThat(dropIn).contains("[Unit]\nOnFailure=certbot-doctor.service\n");
    assertThat(cron).contains(" root ", "/usr/lib/certbot-doctor/renew");
  }
}
