package certbotdoctor.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code run} on a terminal, around small programs. */
@Tag("full")
class TerminalRunTest {
  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void needsATerminal() {
    assumeTrue(TerminalSession.possible(), "script of util-linux is there");
  }

  private List<String> script(String body) throws IOException {
    Path file = directory.resolve("program");
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return List.of(file.toString());
  }

  private List<String> watched(List<String> command) {
    List<String> words =
        new ArrayList<>(
            CaptureLab.doctor("run", "--offline", "--logs-dir", directory.resolve("log") + ""));
    words.add("--");
    words.addAll(command);
    return words;
  }

  private static TerminalSession start(List<String> command) throws IOException {
    return TerminalSession.start(new ProcessBuilder(TerminalSession.words(command)));
  }

  private static TerminalSession answered(List<String> command) throws Exception {
    TerminalSession session = start(command);
    session.await("name? ");
    session.type("Ada\n");
    assertThat(session.end()).isEqualTo(7);
    return session;
  }

  @Test
  void outputInputAndExitCodeAreThoseOfTheProgram() throws Exception {
    List<String> program =
        script(
            """
            [ -t 0 ] && [ -t 1 ] && [ -t 2 ] && echo terminal; stty -a | head -n 1
            stty -echo; printf '\\033[31mred\\033[0m name? '; read name; stty echo
            printf 'Hello %s\\377\\n' "$name"; echo failed >&2; exit 7""");
    String alone = answered(program).shown();
    String wrapped = answered(watched(program)).shown();
    assertThat(alone).contains("terminal", "\u001b[31mred", "Hello Ada\u00ff", "failed");
    assertThat(wrapped).startsWith(alone);
    assertThat(wrapped.substring(alone.length()).lines())
        .allSatisfy(line -> assertThat(line).startsWith("certbot-doctor: "));
  }

  @Test
  void programThatCleansUpAfterAnInterruptKeepsItsCode() throws Exception {
    TerminalSession session =
        start(
            watched(
                script(
                    "n=0; trap 'n=$((n + 1)); sleep 0.3; echo cleaned $n; exit 1' INT\n"
                        + "echo begun; while true; do sleep 0.1; done")));
    session.await("begun");
    session.type(TerminalSession.CTRL_C);
    assertThat(session.end()).isEqualTo(1);
    assertThat(session.shown()).contains("cleaned 1").doesNotContain("cleaned 2");
  }

  @Test
  void interruptedWaitSaysHowFarItWas() throws Exception {
    TerminalSession session =
        start(
            CaptureLab.doctor(
                "wait",
                "_acme-challenge.example.test",
                "--expect",
                "value",
                "--resolver",
                "127.0.0.1:9"));
    session.await("no way to the name servers yet");
    session.type(TerminalSession.CTRL_C);
    assertThat(session.end()).isEqualTo(130);
    assertThat(session.shown()).contains("interrupted: no way to the name servers yet\r\n");
  }

  @Test
  void programThatAnInterruptEndsGivesTheCodeOfAShell() throws Exception {
    TerminalSession session = start(watched(script("echo begun; exec sleep 600")));
    session.await("begun");
    session.type(TerminalSession.CTRL_C);
    assertThat(session.end()).isEqualTo(130);
    assertThat(session.shown()).contains("certbot-doctor: ");
  }
}
