package certbotdoctor.report;

/**
 * How a report is laid out. Only the terminal's text heeds it.
 *
 * @param colour whether to set colours (ANSI SGR); nothing is told by colour alone
 * @param ascii whether to use ASCII only, for terminals that show nothing else
 * @param width columns; at least {@value #MIN_WIDTH}
 * @param quiet only the verdict lines
 * @param verbose quotations in full, and every DNS exchange
 */
public record Style(boolean colour, boolean ascii, int width, boolean quiet, boolean verbose) {
  /** The narrowest layout. */
  public static final int MIN_WIDTH = 40;

  /** 80 columns, no colour: what a file gets. */
  public static final Style PLAIN = new Style(false, false, 80, false, false);

  /** Widens what is narrower than {@value #MIN_WIDTH} columns. */
  public Style {
    width = Math.max(MIN_WIDTH, width);
  }
}
