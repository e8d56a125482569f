package certbotdoctor.cli;

/** One line on a terminal's standard error that says what is being done. */
final class StatusLine {
  private static final int COLUMNS = 78;

  private final Streams streams;
  private boolean shown;

  StatusLine(Streams streams) {
    this.streams = streams;
  }

  /** Shows words in place of the last ones; nothing where there is no terminal. */
  synchronized void show(String words) {
    if (streams.errTerminal()) {
      String plain = words.replaceAll("\\p{Cntrl}", "");
      String line = plain.length() > COLUMNS ? plain.substring(0, COLUMNS) : plain;
      streams.err().print("\r\u001b[K" + line);
      streams.err().flush();
      shown = true;
    }
  }

  /** Takes the line away. */
  synchronized void clear() {
    if (shown) {
      streams.err().print("\r\u001b[K");
      streams.err().flush();
      shown = false;
    }
  }
}
