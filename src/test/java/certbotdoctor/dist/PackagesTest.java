package certbotdoctor.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is in the finished packages. */
@Tag("packages")
@EnabledOnOs(OS.LINUX)
class PackagesTest {
  private static final List<String> COMMANDS =
      List.of("run", "wait", "explain", "rules", "inspect", "probe", "schema", "completion");

  @TempDir private Path directory = Path.of("");
  private Shell shell = new Shell(directory);

  @BeforeEach
  void shell() {
    shell = new Shell(directory);
  }

  private List<String> tar(String options, Path file) throws Exception {
    Shell.Ended ended = shell.run("tar", options, file.toString());
    assertThat(ended.code()).as(ended.err()).isZero();
    return ended.lines();
  }

  private List<String> deb(String option) throws Exception {
    assumeTrue(shell.has("dpkg-deb"), "dpkg-deb is not installed");
    Shell.Ended ended = shell.run("dpkg-deb", option, Artifacts.debianPackage().toString());
    assertThat(ended.code()).as(ended.err()).isZero();
    return ended.lines();
  }

  @Test
  void tarballHoldsEverythingOnceUnderOneDirectory() throws Exception {
    Path tarball = Artifacts.tarball();
    String top = tarball.getFileName().toString().replace(".tar.gz", "/");
    List<String> names =
        tar("-tzf", tarball).stream()
            .peek(name -> assertThat(name).startsWith(top))
            .map(name -> name.substring(top.length()))
            .toList();

    assertThat(names).doesNotHaveDuplicates();
    assertThat(names)
        .contains(
            "bin/certbot-doctor",
            "bin/certbot-doctor-auth-hook",
            "lib/certbot-doctor.jar",
            "archive/",
            "build-archive",
            "renew",
            "report-failure",
            "share/bash-completion/completions/certbot-doctor",
            "share/zsh/site-functions/_certbot-doctor",
            "share/systemd/certbot-doctor.service",
            "share/man/man1/certbot-doctor.1",
            "share/man/man1/certbot-doctor-auth-hook.1",
            "docs/capture.md",
            "LICENSE",
            "share/licenses/README");
    assertThat(COMMANDS)
        .allSatisfy(
            command ->
                assertThat(names).contains("share/man/man1/certbot-doctor-" + command + ".1"));
  }

  @Test
  void packagesHoldWhatTheDocumentedCommandsInstall() throws Exception {
    String text = Files.readString(Path.of("docs/capture.md"));
    String top = Artifacts.tarball().getFileName().toString().replace(".tar.gz", "");
    Matcher places = Pattern.compile("(?m)^    (from=/opt/" + top + " .*)$").matcher(text);
    assertThat(places.find()).isTrue();
    Matcher piece = Pattern.compile("(?m)^    install .* (\"\\$\\S+\"|/usr/\\S+) /").matcher(text);
    List<String> inTarball = new ArrayList<>();
    List<String> inPackage = new ArrayList<>();
    while (piece.find()) {
      if (piece.group(1).startsWith("/")) {
        inPackage.add("." + piece.group(1));
      } else {
        String echo = places.group(1) + "\necho " + piece.group(1);
        inTarball.add(shell.run("sh", "-c", echo).out().strip().replace("/opt/", ""));
      }
    }
    assertThat(inTarball).hasSize(6);
    assertThat(tar("-tzf", Artifacts.tarball())).containsAll(inTarball);
    assertThat(inPackage).hasSize(2);
    List<String> files = deb("-c");
    assertThat(inPackage)
        .allSatisfy(file -> assertThat(files).anyMatch(line -> line.endsWith(" " + file)));
  }

  @Test
  void tarballsTellNothingOfTheBuildersMachine() throws Exception {
    Path tarball = Artifacts.tarball();
    Pattern plain =
        Pattern.compile(
            "[-d]r[w-][x-]r-[x-]r-[x-] root/root +\\d+ 20\\d\\d-\\d\\d-\\d\\d 00:00 .*");
    assertThat(tar("-tvzf", tarball)).allSatisfy(line -> assertThat(line).matches(plain));
    for (Path file : Artifacts.selfContained()) {
      assertThat(tar("-tzf", file)).anyMatch(name -> name.endsWith("/runtime/bin/java"));
    }
  }

  @Test
  void debianPackageNeedsAJavaAndLooksAfterItsArchive() throws Exception {
    List<String> control = deb("-I");
    assertThat(control)
        .anyMatch(line -> line.matches(" Depends: .*\\bdefault-jre-headless\\b.*"))
        .anyMatch(line -> line.contains("postinst"))
        .anyMatch(line -> line.contains("triggers"));
    List<String> files = deb("-c");
    for (String file :
        List.of(
            "./usr/bin/certbot-doctor -> ../lib/certbot-doctor/bin/certbot-doctor",
            "./usr/lib/certbot-doctor/lib/certbot-doctor.jar",
            "./usr/lib/systemd/system/certbot-doctor.service",
            "./usr/share/bash-completion/completions/certbot-doctor",
            "./usr/share/zsh/vendor-completions/_certbot-doctor",
            "./usr/share/man/man1/certbot-doctor.1.gz",
            "./usr/share/doc/certbot-doctor/capture.md",
            "./usr/share/doc/certbot-doctor/copyright",
            "./usr/share/doc/certbot-doctor/licenses/README")) {
      assertThat(files).anyMatch(line -> line.endsWith(" " + file));
    }
    assertThat(files).allSatisfy(line -> assertThat(line).contains(" root/root "));
    assertThat(COMMANDS)
        .allSatisfy(
            name ->
                assertThat(files)
                    .anyMatch(line -> line.endsWith("/certbot-doctor-" + name + ".1.gz")));
  }

  @Test
  void debianPackageIsAsDebianWantsIt() throws Exception {
    assumeTrue(shell.has("lintian"), "lintian is not installed");
    Shell.Ended ended = shell.run("lintian", "--allow-root", Artifacts.debianPackage().toString());
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void debianChangesTellTheVersion() throws Exception {
    String file = Artifacts.debianPackage().getFileName().toString();
    String version = file.split("_", -1)[1];
    assertThat(Files.readString(Path.of("src/main/debian/changelog")))
        .startsWith("certbot-doctor (" + version + ") ");
  }

  @Test
  void jarCarriesTheLicencesOfItsParts() throws Exception {
    try (JarFile jar = new JarFile("target/certbot-doctor.jar")) {
      assertThat(jar.getEntry("META-INF/licenses/README")).isNotNull();
      assertThat(jar.getEntry("META-INF/licenses/LICENSE")).isNotNull();
    }
  }

  /** The bill of materials is written only by a build that may use the network. */
  @Test
  void everyPartHasALicenceText() throws IOException {
    Path bill = Path.of("target/certbot-doctor.cdx.json");
    assumeTrue(Files.exists(bill), "the build was offline");
    String readme = Files.readString(Path.of("src/main/dist/licenses/README"));
    JsonNode components = new ObjectMapper().readTree(bill.toFile()).path("components");
    assertThat(components).isNotEmpty();
    for (JsonNode component : components) {
      assertThat(readme).contains(component.path("name").asText());
    }
    for (String text : readme.split("[\\s,]+", -1)) {
      if (text.endsWith(".txt")) {
        assertThat(Path.of("src/main/dist/licenses", text)).isNotEmptyFile();
      }
    }
  }
}
