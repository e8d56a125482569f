package certbotdoctor.event;

import certbotdoctor.ca.CaTrigger;
import certbotdoctor.catalog.Catalog;

/**
 * Decides from the bytes of a record, without decoding them, whether reading it can give anything:
 * a phrase of certbot, a CA's problem text, a message of the catalogue, or JSON. What it lets pass
 * may turn out to tell nothing; what it stops tells nothing.
 */
final class Trigger {
  /** The time stamp with the colon after it. */
  static final int STAMP = 24;

  private static final int ESCAPE = 0x1b;

  private final PhraseIndex phrases = new PhraseIndex();
  private final Catalog catalog;

  Trigger(Catalog catalog) {
    this.catalog = catalog;
  }

  /** What a record with certbot's header may hold. */
  enum Holds {
    NOTHING,
    /** Messages of the catalogue, and nothing else. */
    MESSAGES,
    ANYTHING
  }

  /**
   * Looks at a record with certbot's header.
   *
   * @param bytes where it is
   * @param from its first byte
   * @param to after its last byte
   */
  Holds holds(byte[] bytes, int from, int to) {
    int message = message(bytes, from, to);
    if (message < 0 || mayHoldPhrase(bytes, message, to) || CaTrigger.in(bytes, message, to)) {
      return Holds.ANYTHING;
    }
    return catalog.mayHold(bytes, message, to) ? Holds.MESSAGES : Holds.NOTHING;
  }

  /** Where the message begins after a header that is as usual; else -1. */
  static int message(byte[] bytes, int from, int to) {
    int logger = routineLevel(bytes, from + STAMP, to);
    return logger < 0 ? -1 : afterLogger(bytes, logger, to);
  }

  /** The offset after a level at which nothing is a failure in itself; -1 for any other. */
  private static int routineLevel(byte[] bytes, int at, int to) {
    for (String level : new String[] {"DEBUG:", "INFO:", "WARNING:"}) {
      int i = 0;
      while (i < level.length() && at + i < to && bytes[at + i] == level.charAt(i)) {
        i++;
      }
      if (i == level.length()) {
        return at + i;
      }
    }
    return -1;
  }

  /** The offset after a logger's name as the grammar knows it, -1 where it is another. */
  private static int afterLogger(byte[] bytes, int at, int to) {
    int i = at;
    while (i < to && inName(bytes[i], i == at)) {
      i++;
    }
    return i > at && i < to && bytes[i] == ':' ? i + 1 : -1;
  }

  private static boolean inName(byte b, boolean first) {
    boolean letter = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_';
    return letter || (!first && ((b >= '0' && b <= '9') || b == '.' || b == '-'));
  }

  /** Whether a phrase or JSON may be there, or characters that are to be taken away first. */
  private boolean mayHoldPhrase(byte[] bytes, int from, int to) {
    boolean wordStarts = true;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b >= 0 && b <= ' ') {
        if (b == 0 || b == '\b' || b == ESCAPE || (b == '\r' && !endsLine(bytes, i, to))) {
          return true;
        }
        wordStarts = PhraseIndex.blank(b);
        continue;
      }
      if ((wordStarts && phrases.beginsAt(bytes, i, to))
          || (b == '{' && opensObject(bytes, i + 1, to))) {
        return true;
      }
      wordStarts = false;
    }
    return false;
  }

  private static boolean endsLine(byte[] bytes, int at, int to) {
    return at + 1 == to || bytes[at + 1] == '\n';
  }

  private static boolean opensObject(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] >= 0 && bytes[i] <= ' ') {
      i++;
    }
    return i < to && (bytes[i] < 0 || bytes[i] == '"' || bytes[i] == '}');
  }
}
