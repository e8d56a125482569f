package certbotdoctor.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of an unpacked tarball, as a user meets it. */
@Tag("packages")
@EnabledOnOs(OS.LINUX)
class LauncherTest {
  private static final Path SAMPLE =
      Path.of("samples/wrong-value-quotes-terminal/output.txt").toAbsolutePath();

  /** Where the classes came from goes to a file: standard output has to stay the report's. */
  private static final String CLASSES = "-Xlog:class+load:file=";

  @TempDir private Path directory = Path.of("");
  private Shell shell = new Shell(directory);

  @BeforeEach
  void shell() {
    shell = new Shell(directory);
  }

  private Path unpacked(Path tarball, String place) throws Exception {
    Path target = Files.createDirectories(directory.resolve(place));
    Shell.Ended ended =
        shell.run("tar", "-xzf", tarball.toAbsolutePath().toString(), "-C", target.toString());
    assertThat(ended.code()).as(ended.err()).isZero();
    try (Stream<Path> children = Files.list(target)) {
      return children.findFirst().orElseThrow();
    }
  }

  /** The installed program on the sample, without archives unless a variable is given. */
  private Shell.Ended diagnose(Path launcher, Map<String, String> more) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
    environment.put("CERTBOT_DOCTOR_NO_ARCHIVE", "1");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("JAVA_TOOL_OPTIONS", "");
    environment.putAll(more);
    return shell.run(environment, launcher.toString(), "--offline", SAMPLE.toString());
  }

  private static void assertDiagnosed(Shell.Ended ended) {
    assertThat(ended.code()).as(ended.err()).isEqualTo(3);
    assertThat(ended.out()).startsWith("FAILED").contains("txt-whitespace-or-quotes");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void runsFromABlankPathThroughLinksAndWithoutTheRightToWrite() throws Exception {
    Path home = unpacked(Artifacts.tarball(), "with a blank");
    Path link = directory.resolve("second link");
    Files.createSymbolicLink(directory.resolve("link"), home.resolve("bin/certbot-doctor"));
    Files.createSymbolicLink(link, Path.of("link"));
    assertDiagnosed(diagnose(link, Map.of()));

    setWritable(home, false);
    try {
      assertDiagnosed(diagnose(link, Map.of()));
      String relative = "cd '" + home.resolve("demo") + "' && ../bin/certbot-doctor --version";
      assertThat(shell.run("sh", "-c", relative).out()).startsWith("certbot-doctor ");
    } finally {
      setWritable(home, true);
    }
  }

  private static void setWritable(Path root, boolean writable) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(writable ? "rwxr-xr-x" : "r-xr-xr-x"));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** The launcher of an installation on a host that has other Javas than this one. */
  private Path launcherElsewhere(Path javas) throws Exception {
    Path launcher = unpacked(Artifacts.tarball(), "elsewhere").resolve("bin/certbot-doctor");
    String script = Files.readString(launcher);
    Files.writeString(
        launcher, script.replace("/usr/lib/jvm", javas.toString()).replace("/opt/", "/nowhere/"));
    return launcher;
  }

  @Test
  void saysOneSentenceWithoutJava() throws Exception {
    Path nothing = Files.createDirectories(directory.resolve("nothing"));
    Path launcher = launcherElsewhere(nothing);
    Map<String, String> bare = Map.of("PATH", nothing.toString(), "JAVA_HOME", "");
    Shell.Ended ended = diagnose(launcher, bare);
    assertThat(ended.code()).isEqualTo(127);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).contains("Java 17 or later is needed, and none was found");

    Path old = Files.createDirectories(nothing.resolve("java-11/bin")).getParent();
    Files.writeString(old.resolve("bin/java"), "#!/bin/sh\necho never\n");
    Files.setPosixFilePermissions(
        old.resolve("bin/java"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    Shell.Ended older = diagnose(launcher, bare);
    assertThat(older.code()).isEqualTo(127);
    assertThat(older.err().lines()).hasSize(1);
    assertThat(older.err()).contains("only older ones were found", old.toString());
  }

  /** Classes of the program that a run took from an archive. */
  private long shared(Path launcher, Map<String, String> more) throws Exception {
    Path classes = directory.resolve("classes.log");
    Files.deleteIfExists(classes);
    Map<String, String> environment = new HashMap<>(more);
    environment.put("CERTBOT_DOCTOR_NO_ARCHIVE", "");
    environment.put("CERTBOT_DOCTOR_JAVA_OPTIONS", CLASSES + classes);
    assertDiagnosed(diagnose(launcher, environment));
    try (Stream<String> lines = Files.lines(classes)) {
      return lines
          .filter(line -> line.contains(" certbotdoctor.") && line.contains("shared objects file"))
          .count();
    }
  }

  private void build(Path launcher) throws Exception {
    Map<String, String> environment =
        Map.of("CERTBOT_DOCTOR_NO_ARCHIVE", "", "CERTBOT_DOCTOR_BUILD_ARCHIVE", "1");
    assertThat(diagnose(launcher, environment).code()).isZero();
  }

  @Test
  void archiveIsUsedAndAStaleOneSaysNothing() throws Exception {
    Path home = unpacked(Artifacts.tarball(), "plain");
    Path launcher = home.resolve("bin/certbot-doctor");
    build(launcher);
    assertThat(shared(launcher, Map.of())).isGreaterThan(100);
    assertRefusedInSilence(home);
  }

  @Test
  void ownRuntimeUsesItsArchiveAndAStaleOneSaysNothing() throws Exception {
    for (Path tarball : Artifacts.selfContained()) {
      Path home = unpacked(tarball, "own runtime");
      Path launcher = home.resolve("bin/certbot-doctor");
      build(launcher);
      assertThat(shared(launcher, Map.of("JAVA_HOME", "/nowhere"))).isGreaterThan(100);
      assertRefusedInSilence(home);
    }
  }

  /** The launcher takes the archive for a fitting one; the virtual machine knows better. */
  private void assertRefusedInSilence(Path home) throws Exception {
    FileTime other = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(home.resolve("lib/certbot-doctor.jar"), other);
    try (Stream<Path> archives = Files.list(home.resolve("archive"))) {
      List<Path> files = archives.toList();
      assertThat(files).hasSize(1);
      Files.setLastModifiedTime(files.get(0), other);
    }
    assertThat(shared(home.resolve("bin/certbot-doctor"), Map.of())).isZero();
  }

  @Test
  void firstRunBuildsTheArchiveOfABlankPathInTheUsersCache() throws Exception {
    Path home = unpacked(Artifacts.tarball(), "with a blank");
    Files.delete(home.resolve("archive"));
    Path launcher = home.resolve("bin/certbot-doctor");
    assertThat(shared(launcher, Map.of())).isZero();
    for (int i = 0; i < 1200 && !Files.isRegularFile(cached()); i++) {
      Thread.sleep(100);
    }
    assertThat(shared(launcher, Map.of())).isGreaterThan(100);
  }

  /** The archive in the user's cache; the cache itself where there is none yet. */
  private Path cached() throws IOException {
    Path cache = Files.createDirectories(directory.resolve("cache"));
    try (Stream<Path> files = Files.walk(cache)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains(".lock/") && !file.toString().endsWith(".jar"))
          .findFirst()
          .orElse(cache);
    } catch (UncheckedIOException vanished) {
      return cache;
    }
  }
}
