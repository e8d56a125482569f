package certbotdoctor.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The standard streams, handed in so that a test can replace them.
 *
 * @param in standard input
 * @param out standard output: the report and nothing else
 * @param err standard error: notes and progress
 * @param inTerminal whether standard input is a terminal
 * @param outTerminal whether standard output is one
 * @param errTerminal whether standard error is one
 */
record Streams(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean inTerminal,
    boolean outTerminal,
    boolean errTerminal) {}
