package certbotdoctor.cli;

import java.io.Console;

/** Whether the standard streams are a terminal. */
final class Terminal {
  private Terminal() {}

  /**
   * Whether there is one. Since Java 22 a console may be there without a terminal, and says so by a
   * method that Java 17 lacks.
   */
  static boolean present() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException e) {
      return Runtime.version().feature() < 22;
    }
  }
}
