package certbotdoctor.rules;

/** Words for a POSIX shell. */
public final class ShellWord {
  private ShellWord() {}

  /** A value as one word: as it is where that is safe, in single quotes where not. */
  public static String of(String value) {
    if (value.matches("[A-Za-z0-9_@%+=:,./\\-]+")) {
      return value;
    }
    String printable = value.replaceAll("[\\p{Cntrl}]", "");
    return "'" + printable.replace("'", "'\\''") + "'";
  }
}
