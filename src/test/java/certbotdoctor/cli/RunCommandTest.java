package certbotdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code run} around small programs, in a JVM of its own as a user has it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class RunCommandTest {
  private static final String SAMPLE = "samples/rfc2136-added-but-nxdomain-log/letsencrypt.log";

  @TempDir private Path directory = Path.of("");

  /** What a process left behind. */
  private record Ended(int code, String out, String err) {}

  private Path script(String body) throws IOException {
    Path file = directory.resolve("program");
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  private List<String> doctor(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-XX:TieredStopAtLevel=1");
    words.add("-cp");
    words.add(System.getProperty("java.class.path"));
    words.add("certbotdoctor.cli.Main");
    words.addAll(List.of("run", "--offline", "--logs-dir", directory.resolve("log").toString()));
    words.addAll(List.of(arguments));
    return words;
  }

  private Process start(List<String> words, String input) throws IOException {
    Path in = Files.writeString(directory.resolve("in"), input);
    return new ProcessBuilder(words)
        .redirectInput(in.toFile())
        .redirectOutput(file("out"))
        .redirectError(file("err"))
        .start();
  }

  private File file(String name) {
    return directory.resolve(name).toFile();
  }

  private Ended end(Process process) throws IOException, InterruptedException {
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
    return new Ended(process.exitValue(), read("out"), read("err"));
  }

  private String read(String name) throws IOException {
    return Files.readString(directory.resolve(name), StandardCharsets.ISO_8859_1);
  }

  private Ended run(List<String> words, String input) throws IOException, InterruptedException {
    return end(start(words, input));
  }

  @Test
  void outputInputAndExitCodeAreThoseOfTheProgram() throws Exception {
    Path program =
        script(
            "printf 'What is your name? '; read name; printf 'Hello %s\\377\\n' \"$name\"\n"
                + "echo 'something failed' >&2; printf '%s|' \"$@\"; exit 7");
    List<String> arguments = List.of(program.toString(), "@file", "--", "-o", "a b");
    Ended alone = run(arguments, "Ada\n");
    List<String> wrapped = new ArrayList<>(doctor("--"));
    wrapped.addAll(arguments);
    Ended ended = run(wrapped, "Ada\n");
    assertThat(ended.out()).isEqualTo(alone.out()).contains("Hello Ada", "@file|--|-o|a b|");
    assertThat(ended.code()).isEqualTo(alone.code()).isEqualTo(7);
    assertThat(ended.err()).startsWith(alone.err());
    assertThat(ended.err().substring(alone.err().length()).lines())
        .allSatisfy(line -> assertThat(line).startsWith("certbot-doctor: "));
  }

  @Test
  void commandMayBeGivenWithoutDashes() throws Exception {
    Ended ended = run(doctor(script("echo \"$1\"").toString(), "-q"), "");
    assertThat(ended.out()).isEqualTo("-q\n");
    assertThat(ended.code()).isZero();
  }

  @Test
  void signalThatEndsTheProgramGivesTheCodeOfAShell() throws Exception {
    Ended ended = run(doctor("--", script("kill -KILL $$").toString()), "");
    assertThat(ended.code()).isEqualTo(137);
    assertThat(ended.err()).contains("the command ended with 137", "signal KILL");
  }

  @Test
  void missingAndForbiddenProgramsGiveTheCodesOfAShell() throws Exception {
    Ended missing = run(doctor("--", "no-such-program-here"), "");
    assertThat(missing.code()).isEqualTo(127);
    assertThat(missing.err()).contains("no-such-program-here: command not found");
    Path plain = Files.writeString(directory.resolve("plain"), "text");
    Ended forbidden = run(doctor("--", plain.toString()), "");
    assertThat(forbidden.code()).isEqualTo(126);
    assertThat(forbidden.err()).contains("cannot be executed");
  }

  @Test
  void terminationIsPassedOnAndTheProgramDecides() throws Exception {
    Path ready = directory.resolve("ready");
    Path program =
        script(
            "trap 'echo got it; exit 5' TERM; touch '"
                + ready
                + "'; while true; do sleep 0.1; done");
    Process process = start(doctor("--", program.toString()), "");
    while (!Files.exists(ready) && process.isAlive()) {
      Thread.sleep(20);
    }
    process.destroy();
    Ended ended = end(process);
    assertThat(ended.out()).isEqualTo("got it\n");
    assertThat(ended.code()).isEqualTo(5);
  }

  @Test
  void programThatLeavesADaemonBehindIsNotWaitedFor() throws Exception {
    Path pid = directory.resolve("pid");
    Path program = script("sleep 600 & echo $! > '" + pid + "'; echo started");
    Ended ended = run(doctor("--", program.toString()), "");
    boolean daemonRuns =
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
            .map(ProcessHandle::destroy)
            .orElse(false);
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).isEqualTo("started\n");
    assertThat(daemonRuns).isTrue();
  }

  @Test
  void logThatIsWrittenMeanwhileIsAnalysed() throws Exception {
    Path log = sample();
    Path report = directory.resolve("report.json");
    Path program =
        script(
            "mkdir -p '%s/log'; cat '%s' > '%s/log/letsencrypt.log'; exit 1"
                .formatted(directory, log, directory));
    Ended ended = run(doctor("-o", report.toString(), "--", program.toString()), "");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).isEmpty();
    JsonNode json = new ObjectMapper().readTree(report.toFile());
    assertThat(json.path("diagnoses").path(0).path("identifiers").path(0).asText())
        .isEqualTo("example.org");
  }

  @Test
  void logOfAnotherCertbotIsNotTakenForTheOwnOne() throws Exception {
    Path log = sample();
    Files.createDirectories(directory.resolve("log"));
    script("cat '%s' > '%s/log/letsencrypt.log'".formatted(log, directory));
    Path client = Files.move(directory.resolve("program"), directory.resolve("certbot"));
    Ended ended = run(doctor("--", client.toString(), "renew", "-q"), "");
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).contains("show no run of this command");
  }

  @Test
  void withoutAnyLogThatIsSaid() throws Exception {
    Ended ended = run(doctor("--", script("exit 3").toString()), "");
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err())
        .contains("/log does not exist", "without its log, nothing can be said of this run")
        .doesNotContain("signal");
  }

  @Test
  void logThatBreaksOffGivesWhatIsKnown() throws Exception {
    List<String> lines = Files.readAllLines(sample());
    Path cut = directory.resolve("cut");
    Files.write(cut, lines.subList(0, 130));
    Path report = directory.resolve("report.json");
    Path program =
        script(
            "mkdir -p '%s/log'; cat '%s' > '%s/log/letsencrypt.log'; kill -KILL $$"
                .formatted(directory, cut, directory));
    Ended ended = run(doctor("-o", report.toString(), "--", program.toString()), "");
    assertThat(ended.code()).isEqualTo(137);
    JsonNode json = new ObjectMapper().readTree(report.toFile());
    assertThat(json.path("runs").path(0).path("outcome").asText()).isEqualTo("incomplete");
  }

  /** A recorded log that claims to be of now; without the CA's clock, which is of then. */
  private Path sample() throws IOException {
    String now =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
            .format(LocalDateTime.now(java.time.ZoneId.systemDefault()).plusSeconds(1));
    String text =
        Files.readString(Path.of(SAMPLE))
            .replaceAll("(?m)^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,", now + ",")
            .replaceAll("(?m)^Date: .*\\n", "");
    return Files.writeString(directory.resolve("sample"), text);
  }
}
