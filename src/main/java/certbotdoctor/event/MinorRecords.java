package certbotdoctor.event;

import certbotdoctor.ca.CaTrigger;
import certbotdoctor.catalog.Catalog;
import certbotdoctor.log.RecordView;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Tells records that may hold messages of certain kinds and nothing else: no phrase of certbot, no
 * JSON, no words of a CA, and no message of another kind. Looks at their bytes only.
 */
public final class MinorRecords {
  private final Trigger trigger;
  private final Catalog.ByteTest others;

  /**
   * The records of some kinds of messages.
   *
   * @param kinds the kinds, as {@link certbotdoctor.catalog.MessageKind#id} has them
   */
  MinorRecords(Trigger trigger, Catalog catalog, Set<String> kinds) {
    this.trigger = trigger;
    this.others = catalog.beyond(kinds);
  }

  /** Whether a record is one of these, and written by certbot or a library that it uses. */
  public boolean has(RecordView record) {
    byte[] bytes = record.bytes();
    int to = record.to();
    int message = record.headed() ? Trigger.message(bytes, record.from(), to) : -1;
    return message >= 0
        && Routine.known(logger(bytes, record.from() + Trigger.STAMP, message))
        && !trigger.mayHoldPhrase(bytes, message, to)
        && !CaTrigger.in(bytes, message, to)
        && !others.mayHold(bytes, message, to);
  }

  private static String logger(byte[] bytes, int level, int message) {
    int from = level;
    while (bytes[from] != ':') {
      from++;
    }
    return new String(bytes, from + 1, message - from - 2, StandardCharsets.US_ASCII);
  }
}
