package certbotdoctor.capture;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A command on the terminal, the input and the output that this program itself was given: nothing
 * stands between the command and them.
 */
public final class Child {
  /** What a shell returns for a command that it does not find. */
  private static final int NOT_FOUND = 127;

  /** What a shell returns for a command that it may not run. */
  private static final int NOT_RUN = 126;

  private final Process process;

  private Child(Process process) {
    this.process = process;
  }

  /** A command that could not be started, and the exit code that a shell would give. */
  public static final class NotStartedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int code;

    NotStartedException(String message, int code) {
      super(message);
      this.code = code;
    }

    /** The exit code of a shell: 127 for not found, 126 for not executable. */
    public int code() {
      return code;
    }
  }

  /**
   * Starts a command.
   *
   * @throws NotStartedException when it cannot be started
   */
  public static Child start(List<String> words) throws NotStartedException {
    try {
      return new Child(new ProcessBuilder(words).inheritIO().start());
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      // the number of the system's error stands in the message: ENOENT is 2
      boolean missing = message.contains("error=2,");
      throw new NotStartedException(
          words.get(0) + (missing ? ": command not found" : ": cannot be executed"),
          missing ? NOT_FOUND : NOT_RUN);
    }
  }

  /**
   * Waits for the end.
   *
   * @return its exit code, or 128 and the number of the signal that ended it
   */
  public int await() {
    while (true) {
      try {
        return process.waitFor();
      } catch (InterruptedException e) {
        // a person who interrupts ends the command itself; its exit code is still wanted
      }
    }
  }

  /** Whether it still runs. */
  public boolean running() {
    return process.isAlive();
  }

  /**
   * Passes a signal on.
   *
   * @param signal its name without SIG, for example {@code TERM}
   */
  public void signal(String signal) {
    if (!process.isAlive()) {
      return;
    }
    if (signal.equals("TERM")) {
      process.destroy();
      return;
    }
    kill(signal);
  }

  /** Java itself can send no signal but TERM and KILL. */
  private void kill(String signal) {
    @Nullable Process kill = null;
    try {
      kill =
          new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!kill.waitFor(5, TimeUnit.SECONDS)) {
        kill.destroy();
      }
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
