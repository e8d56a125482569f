package certbotdoctor.grammar;

import org.antlr.v4.runtime.IntStream;

/** What a rule of a lexer asks of the text behind its token, for the token to be one. */
enum Ahead {
  /** A line of certbot or of another program begins, so that no wrapped text goes on here. */
  LINE_STARTS_ANEW {
    @Override
    boolean holds(IntStream text) {
      int first = text.LA(1);
      if (first == IntStream.EOF || first == '\n' || first == '\r') {
        return true;
      }
      if (first == '[' || first >= '0' && first <= '9' && digitsThenDash(text)) {
        return true;
      }
      if (first == '-' && text.LA(2) == ' ' && text.LA(3) >= 'A' && text.LA(3) <= 'Z') {
        return true;
      }
      for (String words : NEW_LINES) {
        if (begins(text, words)) {
          return true;
        }
      }
      return false;
    }
  },

  /** An indented line follows, as the first frame of a traceback does. */
  INDENTED_LINE {
    @Override
    boolean holds(IntStream text) {
      int at = text.LA(1) == '\r' ? 2 : 1;
      int next = text.LA(at + 1);
      return text.LA(at) == '\n' && (next == ' ' || next == '\t');
    }
  },

  /** Nothing but blanks is left of the line. */
  LINE_END {
    @Override
    boolean holds(IntStream text) {
      int at = 1;
      while (text.LA(at) == ' ' || text.LA(at) == '\t') {
        at++;
      }
      int next = text.LA(at);
      return next == '\n' || next == '\r' || next == IntStream.EOF;
    }
  };

  /** First words of lines that certbot or another program starts anew. */
  private static final String[] NEW_LINES = {
    "Domain:",
    "Identifier:",
    "Detail:",
    "Hint:",
    "- - -",
    "-----",
    "~~~~~",
    "IMPORTANT NOTES",
    "NEXT STEPS",
    "Some challenges",
    "All challenges",
    "All authorizations",
    "All renewal",
    "All simulated",
    "Ask for help",
    "Please see the logfile",
    "To fix these errors",
    "Cleaning up",
    "Hook '",
    "Challenge failed",
    "Failed to renew",
    "Attempting to renew",
    "Failed authorization",
    "Traceback",
    "Waiting ",
    "Encountered",
    "An unexpected error",
    "Press Enter",
    "Processing /",
    "The following ",
    "dns-01 challenge",
    "http-01 challenge",
    "Your account credentials",
    "Certbot failed",
    "Unable to ",
    "Could not ",
    "Exiting ",
    "Saving debug log",
    "Requesting a certificate",
    "Renewing ",
    "{",
    "}",
    "+ ",
    "time=",
    "Output from",
    "Error output from",
    "Running ",
    "No renewals",
    "Calling registered",
    "Certificate not yet",
    "Cert not yet",
    "Skipping",
    "Note:",
    "E: ",
    "W: "
  };

  /** Whether it holds of the text from its next character on. */
  abstract boolean holds(IntStream text);

  /** A date such as 2026-08-01 or 2026/08/01. */
  private static boolean digitsThenDash(IntStream text) {
    for (int i = 1; i <= 4; i++) {
      if (text.LA(i) < '0' || text.LA(i) > '9') {
        return false;
      }
    }
    return text.LA(5) == '-' || text.LA(5) == '/';
  }

  private static boolean begins(IntStream text, String words) {
    for (int i = 0; i < words.length(); i++) {
      if (text.LA(i + 1) != words.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
